// Any bytes as a text, and any bytes as a vocabulary. The law of spans; [UNK] or a piece that is in the vocabulary; a text cut at a
// line's end gives the same pieces as the whole.
#include "base/utf8.h"
#include "check.h"
#include "model/word_piece.h"

namespace {

using namespace firsthand::model;

constexpr std::string_view kVocabulary =
    "[UNK]\n[CLS]\na\ne\nb\nbridge\nbrid\n##ge\n##s\n##a\n##e\n$\n.\n,\n\u2019\n\u2014\nwar\n##den\n\u4E2D\n\u1100\n##\u1161\n\u0438\n##\u0438\n5\n##5\n\u00A3\n\U0001F600\n##\U0001F600\n";

void check_pieces(std::string_view text, const std::vector<Piece>& pieces, const WordPiece& tokenizer) {
    Piece last;
    const bool valid = firsthand::base::is_valid_utf8(text);
    const auto is_edge = [&](std::uint32_t at) { return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U; };
    for (const Piece& piece : pieces) {
        check(piece.id < tokenizer.size());
        check(piece.begin < piece.end && piece.end <= text.size());
        check(piece.begin >= last.begin && piece.end >= last.end);
        if (valid) check(is_edge(piece.begin) && is_edge(piece.end));
        last = piece;
    }
}

void check_text(std::string_view text, const WordPiece& tokenizer) {
    std::vector<Piece> whole, parts, rest;
    tokenizer.split(text, whole);
    check_pieces(text, whole, tokenizer);
    const std::size_t cut = text.find('\n', text.size() / 2);
    if (cut == text.npos) return;
    tokenizer.split(text.substr(0, cut), parts);
    tokenizer.split(text.substr(cut), rest);
    check(whole.size() == parts.size() + rest.size());
    for (Piece piece : rest) parts.push_back({piece.id, piece.begin + static_cast<std::uint32_t>(cut), piece.end + static_cast<std::uint32_t>(cut)});
    for (std::size_t i = 0; i < whole.size(); ++i) check(whole[i].id == parts[i].id && whole[i].begin == parts[i].begin && whole[i].end == parts[i].end);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const WordPiece kTokenizer = WordPiece::from_vocabulary(kVocabulary).value();
    const std::string_view bytes = as_text(data, size);
    check_text(bytes, kTokenizer);
    const std::size_t half = bytes.find("\n\n");
    const auto other = WordPiece::from_vocabulary(bytes.substr(0, half == bytes.npos ? half : half + 1));
    if (!other) return 0;
    check(other->find("[UNK]") == other->unknown());
    check_text(half == bytes.npos ? bytes : bytes.substr(half), *other);
    return 0;
}
