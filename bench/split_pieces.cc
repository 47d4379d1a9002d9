// Batches of texts -> their word pieces, over a pipe: what bench/compare_word_piece.py sets beside another tokenizer.
//
// usage: split_pieces VOCABULARY     in:  number of texts, then of each its size and bytes
//                                    out: CPU seconds (as a double), then of each text the number of pieces, then id, begin, end of all
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "model/word_piece.h"

namespace {

template <typename T>
bool read(T* values, std::size_t count) {
    return std::fread(values, sizeof(T), count, stdin) == count;
}
template <typename T>
void write(const T* values, std::size_t count) {
    if (std::fwrite(values, sizeof(T), count, stdout) != count) std::perror("split_pieces");
}

bool read_texts(std::vector<std::string>& texts) {
    std::uint32_t count = 0;
    if (!read(&count, 1)) return false;
    texts.resize(count);
    for (std::string& text : texts) {
        std::uint32_t size = 0;
        if (!read(&size, 1)) return false;
        text.resize(size);
        if (!read(text.data(), size)) return false;
    }
    return true;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) return std::fprintf(stderr, "usage: split_pieces VOCABULARY\n"), 2;
    std::ifstream file(arguments[1], std::ios::binary);
    const std::string vocabulary{std::istreambuf_iterator<char>(file), {}};
    const std::clock_t loading = std::clock();
    const auto tokenizer = firsthand::model::WordPiece::from_vocabulary(vocabulary);
    if (!tokenizer) return std::fprintf(stderr, "%s: %s\n", arguments[1], tokenizer.error().message.c_str()), 1;
    std::fprintf(stderr, "vocabulary of %u pieces loaded in %.1f ms\n", tokenizer->size(), 1e3 * static_cast<double>(std::clock() - loading) / CLOCKS_PER_SEC);
    std::vector<std::string> texts;
    std::vector<firsthand::model::Piece> pieces;
    std::vector<std::uint32_t> counts;
    while (read_texts(texts)) {
        pieces.clear();
        counts.clear();
        const std::clock_t start = std::clock();
        for (const std::string& text : texts) {
            const std::size_t before = pieces.size();
            tokenizer->split(text, pieces);
            counts.push_back(static_cast<std::uint32_t>(pieces.size() - before));
        }
        const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        write(&seconds, 1);
        write(counts.data(), counts.size());
        write(pieces.data(), pieces.size());
        std::fflush(stdout);
    }
    return 0;
}
