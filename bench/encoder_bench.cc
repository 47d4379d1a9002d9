// Pieces of text a second of processor time through the encoder, windows' overlap not counted.
//
// usage: encoder_bench MODEL PRECISION TEXT_FILE [SECONDS]      one article a line; prints one line
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include "model/encoder.h"

int main(int count, char** words) {
    using namespace firsthand;
    const auto seconds_since = [](std::clock_t begin) { return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC; };
    const auto precision = count >= 4 ? model::precision_named(words[2]) : std::nullopt;
    if (!precision) return std::fputs("usage: encoder_bench MODEL PRECISION TEXT_FILE [SECONDS]\n", stderr), 2;
    const double budget = count > 4 ? std::atof(words[4]) : 5;
    const auto begin = std::clock();
    const auto encoder = model::Encoder::load(words[1], *precision);
    const double load = seconds_since(begin);
    if (!encoder) return std::fprintf(stderr, "%s\n", encoder.error().message.c_str()), 1;
    std::vector<std::string> texts;
    std::ifstream file(words[3]);
    for (std::string line; std::getline(file, line);) {
        for (std::size_t at = 0; (at = line.find("\\n", at)) != std::string::npos;) line.replace(at, 2, "\n\n");
        texts.push_back(line);
    }
    model::Encoder::Scratch scratch(*encoder);
    std::size_t pieces = 0, rounds = 0;
    double best = 0;
    for (const auto start = std::clock(); seconds_since(start) < budget || rounds < 3; ++rounds) {
        pieces = 0;
        const auto round = std::clock();
        for (const std::string& text : texts) pieces += encoder->encode({.text = text}, scratch).pieces.size();
        best = std::max(best, static_cast<double>(pieces) / seconds_since(round));
    }
    std::printf("%s: %.0f pieces/s (best of %zu rounds of %zu texts, %zu pieces), loaded in %.0f ms\n", encoder->identity().c_str(), best, rounds, texts.size(), pieces, load * 1e3);
    return 0;
}
