// Which documents are alike, for training/stories.py; no command for users.
//
// usage: story_pairs MODEL FILE >PAIRS
// FILE: as `firsthand trace` reads it. Standard output, little-endian: the number of documents (u32); for each by id: length of the id (u32), the
// id, day since 1970 (f64, NaN: not known), words (u32); then for each pair whose Likeness::weighted is over 0.02: two places (u32) and the seven
// fields of Likeness (f32).
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <string>
#include <variant>
#include <vector>

#include "link/likeness.h"
#include "link/times.h"
#include "pipeline.h"
#include "read/read.h"

namespace {

using namespace firsthand;

constexpr float kLeast = 0.02F;

template <typename T> void put(const T& value) { std::cout.write(reinterpret_cast<const char*>(&value), sizeof value); }

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: story_pairs MODEL FILE >PAIRS\n";
        return 2;
    }
    ModelOptions options;
    options.name = argv[1];
    auto models = Models::load(options);
    auto reader = read::Reader::open({.paths = {argv[2]}, .meta_path = {}, .model = models ? models->identity() : std::string()});
    if (!models || !reader) {
        std::cerr << "story_pairs: " << (models ? reader.error() : models.error()).message << '\n';
        return 2;
    }
    struct One {
        std::string id;
        double day = 0;
        link::Digest digest;
    };
    std::vector<One> all;
    while (auto item = reader->next()) {
        read::Completed completed = reader->complete(std::move(*item));
        auto* document = std::get_if<Document>(&completed);
        if (document == nullptr) continue;
        Reading reading = read_document(std::move(*document), *models);
        const Date& date = reading.document.published;
        all.push_back({reading.document.id, date.precision >= DatePrecision::day ? static_cast<double>(date.seconds) / link::kSecondsPerDay : std::nan(""), link::digest_reading(reading)});
    }
    std::sort(all.begin(), all.end(), [](const One& a, const One& b) { return a.id < b.id; });
    put(static_cast<std::uint32_t>(all.size()));
    for (const One& one : all) {
        put(static_cast<std::uint32_t>(one.id.size()));
        std::cout << one.id;
        put(one.day);
        put(static_cast<std::uint32_t>(one.digest.words.size()));
    }
    for (std::uint32_t a = 0; a < all.size(); ++a)
        for (std::uint32_t b = a + 1; b < all.size(); ++b) {
            const link::Likeness likeness = link::measure_likeness(all[a].digest, all[b].digest);
            if (likeness.weighted <= kLeast) continue;
            put(a);
            put(b);
            for (const float field : {likeness.weighted, likeness.title, likeness.plain, likeness.names, likeness.others, likeness.sense, likeness.sensed ? 1.0F : 0.0F}) put(field);
        }
    return 0;
}
