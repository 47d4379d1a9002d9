// The tokenizer on a made-up text and vocabulary: to see a change of ours, not to compare it with others
// (compare_word_piece.py does that).
#include <benchmark/benchmark.h>

#include <string>

#include "base/hash.h"
#include "base/utf8.h"
#include "model/word_piece.h"

namespace {

using namespace firsthand;

constexpr std::uint64_t kPieces = 30000;

std::string make_word(std::uint64_t seed) {
    std::uint64_t random = base::mix(seed + 1);
    std::string word;
    for (std::uint64_t size = 2 + random % 7; size > 0; --size) word += static_cast<char>('a' + (random = base::mix(random)) % 26);
    return word;
}

// All letters both ways, so that nothing is unknown, then words, every fourth a continuation.
model::WordPiece make_tokenizer() {
    std::string lines = "[UNK]\n,\n\u2019\n";
    std::vector<std::string> pieces;
    for (char letter = 'a'; letter <= 'z'; ++letter) pieces.insert(pieces.end(), {{letter}, {'#', '#', letter}});
    for (std::uint64_t i = 0; i < kPieces; ++i) pieces.push_back((i % 4 == 0 ? "##" : "") + make_word(i));
    std::sort(pieces.begin(), pieces.end());
    pieces.erase(std::unique(pieces.begin(), pieces.end()), pieces.end());
    for (const std::string& piece : pieces) lines += piece + '\n';
    return model::WordPiece::from_vocabulary(lines).value();
}

// `strange` percent of the words hold a letter beyond ASCII, as many others are not in the vocabulary.
std::string make_text(std::uint64_t strange) {
    std::string text;
    for (std::uint64_t i = 0; i < 20000; ++i) {
        const std::uint64_t random = base::mix(i);
        const bool other = random / 100 % 100 < strange;
        text += make_word(other ? kPieces + i : random % kPieces);
        if (random % 100 < strange) text += "\u00E9";
        text += random % 8 == 0 ? ", " : random % 50 == 1 ? "\u2019" : " ";
    }
    return text;
}

void split_words(benchmark::State& state) {
    const model::WordPiece tokenizer = make_tokenizer();
    const std::string text = make_text(static_cast<std::uint64_t>(state.range(0)));
    std::vector<model::Piece> pieces;
    for (auto _ : state) {
        pieces.clear();
        tokenizer.split(text, pieces);
        benchmark::DoNotOptimize(pieces.data());
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * pieces.size()));
}

void load_vocabulary(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(make_tokenizer().size());
}

BENCHMARK(split_words)->Arg(0)->Arg(10)->Arg(100)->Unit(benchmark::kMicrosecond);
BENCHMARK(load_vocabulary)->Unit(benchmark::kMillisecond);

}  // namespace
