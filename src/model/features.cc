// Tested by features_test.cc.
#include "model/features.h"

#include "base/ascii.h"

namespace firsthand::model {

namespace {

Case case_of(std::string_view piece) {
    std::size_t letters = 0, upper = 0;
    bool first_upper = false;
    for (const char c : piece) {
        if (!base::is_letter(c)) continue;
        const bool is_upper = c <= 'Z';
        if (letters++ == 0) first_upper = is_upper;
        upper += is_upper ? 1 : 0;
    }
    if (letters == 0) return Case::none;
    if (upper == 0) return Case::lower;
    if (upper == letters) return letters > 1 ? Case::upper : Case::title;
    return first_upper && upper == 1 ? Case::title : Case::mixed;
}

}  // namespace

void find_features(const Text& text, std::span<const Piece> pieces, std::vector<ByteSpan>& spans, std::vector<InputPiece>& inputs) {
    spans.clear();
    inputs.clear();
    bool inside = false, dropped = true;           // true: the text's begin is like a line break
    std::uint32_t last = 0;
    auto out = text.leave_out.begin();
    for (const Piece& piece : pieces) {
        const ByteSpan span{piece.begin, piece.end};
        while (out != text.leave_out.end() && out->end <= span.begin) {
            dropped = dropped || out->begin >= last;             // left out between two pieces
            ++out;
        }
        if (out != text.leave_out.end() && overlap(*out, span)) {
            dropped = true;
            last = span.end;
            continue;
        }
        const bool apart = span.begin > last;
        const bool line = dropped || (apart && text.text.substr(last, span.begin - last).find('\n') != std::string_view::npos);
        if (line) inside = false;
        InputPiece input{.id = piece.id, .letter_case = case_of(slice(text.text, span)), .quote = inside ? Quote::inside : Quote::outside,
                         .gap = line ? Gap::line : apart ? Gap::space : Gap::none, .zone = overlap(span, text.title) ? Zone::title : text.zone};
        const std::string_view letters = slice(text.text, span);
        if (letters == "\u201c" || letters == "\u201d" || letters == "\"") {
            input.quote = Quote::mark;
            inside = letters == "\u201c" || (letters == "\"" && !inside);
        }
        spans.push_back(span);
        inputs.push_back(input);
        dropped = false;
        last = span.end;
    }
}

}  // namespace firsthand::model
