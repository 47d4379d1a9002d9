// The scores of a model for texts, for comparisons (training/parity.py); no command for users.
//
// usage: encode_texts MODEL PRECISION <TEXTS >SCORES
// Standard input: for each text its length in bytes and its title's begin and end, as 3 × 4 bytes, little endian; then the text. Standard output: for each text the
// number of pieces as 4 bytes, then (begin, end) of each as 2 × 4 bytes, then the tags, then the states, as f32.
#include <cstdint>
#include <cstdio>
#include <string>

#include "model/encoder.h"

int main(int count, char** words) {
    using namespace firsthand;
    const auto precision = count == 3 ? model::precision_named(words[2]) : std::nullopt;
    if (!precision) return std::fputs("usage: encode_texts MODEL PRECISION\n", stderr), 2;
    const auto encoder = model::Encoder::load(words[1], *precision);
    if (!encoder) return std::fprintf(stderr, "%s\n", encoder.error().message.c_str()), 1;
    model::Encoder::Scratch scratch(*encoder);
    std::fprintf(stderr, "%s\n", encoder->identity().c_str());
    std::string text;
    for (std::uint32_t head[3] = {}; std::fread(head, sizeof head, 1, stdin) == 1;) {
        text.resize(head[0]);
        if (std::fread(text.data(), 1, text.size(), stdin) != text.size()) return 1;
        const Encoding encoding = encoder->encode({.text = text, .title = {head[1], head[2]}}, scratch);
        const auto pieces = static_cast<std::uint32_t>(encoding.pieces.size());
        std::fwrite(&pieces, sizeof pieces, 1, stdout);
        std::fwrite(encoding.pieces.data(), sizeof(ByteSpan), pieces, stdout);
        std::fwrite(encoding.tags.data(), sizeof(float), encoding.tags.size(), stdout);
        std::fwrite(encoding.states.data(), sizeof(float), encoding.states.size(), stdout);
    }
    return 0;
}
