// How long the store takes for one reading of 1,000 words: to save, to add, to load, to find. The words are made up.
#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/hash.h"
#include "store/reading_format.h"
#include "store/store.h"

namespace {

using namespace firsthand;

constexpr std::size_t kWords = 1000;
constexpr std::size_t kTerms = 400;
constexpr std::size_t kSentenceWords = 20;
constexpr std::size_t kReadings = 20000;

// A word of two to nine letters, or a full stop at the end of a sentence.
void append_token(Reading& reading, std::uint64_t& random, bool stop) {
    std::string& text = reading.document.text;
    if (!stop && !text.empty()) text += ' ';
    const auto begin = static_cast<std::uint32_t>(text.size());
    if (stop) {
        text += '.';
    } else {
        random = base::mix(random + 1);
        for (std::uint64_t i = 0; i < 2 + random % 8; ++i) text += static_cast<char>('a' + (random >> (8 + 5 * i)) % 26);
    }
    const auto end = static_cast<std::uint32_t>(text.size());
    const std::uint32_t word = stop ? 0 : base::hash_word(std::string_view(text).substr(begin, end - begin));
    reading.annotation.tokens.push_back({begin, end, word, stop ? TokenKind::punctuation : TokenKind::word, LetterCase::lower});
}

Reading make_reading(std::uint64_t seed) {
    Reading reading;
    reading.key = base::mix(seed + 1);
    reading.document.id = "https://news.example/" + std::to_string(seed);
    reading.document.outlet = "The Quill";
    reading.document.title = "A title of some eight words or so";
    reading.document.published = {"2021-08-31", "published", 1630368000, DatePrecision::day};
    std::uint64_t random = seed;
    std::uint32_t sentence = 0;
    for (std::size_t i = 1; i <= kWords; ++i) {
        append_token(reading, random, false);
        if (i % kSentenceWords != 0) continue;
        append_token(reading, random, true);
        const auto end = static_cast<std::uint32_t>(reading.annotation.tokens.size());
        reading.annotation.sentences.push_back({sentence, end});
        reading.annotation.paragraphs.push_back({sentence, end});
        sentence = end;
    }
    for (std::uint32_t i = 0; i < 20; ++i) {
        const ByteSpan here{i * 250, i * 250 + 12};
        const ByteSpan later{here.begin + 40, here.end + 40}, words{here.begin, here.end + 80};
        reading.entities.push_back({i + 1, EntityKind::person, "Ada Example", {"Example"}, "", Number::unknown, kNobody, {here, later}});
        reading.annotation.quotations.push_back({words, {words.begin + 3, words.end - 3}, {i * 50, i * 50 + 15}, 0, true, false});
        reading.attributions.push_back({Speech::direct, Act::speech, {here}, {here}, {words}, {}, i + 1, {}, Hand::told, kNone, false, 0.9F});
    }
    for (std::uint32_t i = 0; i < kTerms; ++i) reading.terms.push_back({reading.annotation.tokens[i].word, 0.05F});
    return reading;
}

void save_one(benchmark::State& state) {
    const Reading reading = make_reading(1);
    std::string bytes;
    for (auto _ : state) store::save(reading, bytes);
    state.counters["bytes"] = static_cast<double>(bytes.size());
}

void load_one(benchmark::State& state) {
    std::string bytes;
    store::save(make_reading(1), bytes);
    for (auto _ : state) benchmark::DoNotOptimize(store::load_reading(bytes));
}

[[noreturn]] void stop(const Error& error) {
    std::fprintf(stderr, "%s\n", error.message.c_str());
    std::exit(1);
}

store::Store open_full(std::uint64_t cache_bytes) {
    auto opened = store::Store::open_temporary({.cache_bytes = cache_bytes});
    if (!opened) stop(opened.error());
    Reading reading = make_reading(1);
    for (std::size_t i = 0; i < kReadings; ++i) {
        reading.key = base::mix(i + 1);
        if (auto added = opened->add(reading); !added) stop(added.error());
    }
    if (auto done = opened->commit(); !done) stop(done.error());
    return std::move(*opened);
}

void add_all(benchmark::State& state) {
    for (auto _ : state) open_full(0);
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * kReadings));
}

void find_one(benchmark::State& state) {
    const auto full = open_full(0);
    std::uint64_t i = 0;
    for (auto _ : state) benchmark::DoNotOptimize(full.cached(base::mix(i++ * 7919 % kReadings + 1)));
}

void find_one_in_cache(benchmark::State& state) {
    const auto full = open_full(3ULL << 30U);
    for (std::size_t i = 0; i < kReadings; ++i) (void)full.cached(base::mix(i + 1));
    std::uint64_t i = 0;
    for (auto _ : state) benchmark::DoNotOptimize(full.cached(base::mix(i++ * 7919 % kReadings + 1)));
}

void walk_all(benchmark::State& state) {
    const auto full = open_full(0);
    for (auto _ : state)
        if (auto done = full.each_reading([](const Reading& reading) { return reading.key != 0; }); !done) stop(done.error());
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * kReadings));
}

void put_links(benchmark::State& state) {
    auto opened = store::Store::open_temporary();
    if (!opened) stop(opened.error());
    const Link link{LinkKind::echo, {1, {10, 90}, kNone}, {2, {30, 110}, kNone}, Direction::unknown, 15, 14, "15 words in a row", 0.9F};
    const std::vector<Link> links(100000, link);
    for (auto _ : state)
        if (auto done = opened->put_links(LinkKind::echo, links); !done) stop(done.error());
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * links.size()));
}

BENCHMARK(save_one)->Unit(benchmark::kMicrosecond);
BENCHMARK(load_one)->Unit(benchmark::kMicrosecond);
BENCHMARK(add_all)->Unit(benchmark::kMillisecond);
BENCHMARK(find_one)->Unit(benchmark::kMicrosecond);
BENCHMARK(find_one_in_cache)->Unit(benchmark::kMicrosecond);
BENCHMARK(walk_all)->Unit(benchmark::kMillisecond);
BENCHMARK(put_links)->Unit(benchmark::kMillisecond);

}  // namespace
