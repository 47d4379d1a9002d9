// Text -> Reading, for the tests of this room: words, marks and quotations by the simplest rules, no models.
#pragma once

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "base/utf8.h"
#include "firsthand/types.h"
#include "lexicon/document_frequency.h"
#include "link/digest.h"
#include "link/link.h"

namespace firsthand::link {

// Straight marks only; each quotation of three words or more is a direct attribution.
inline Reading make_reading(std::string id, std::string text, std::string outlet = "", std::int64_t day = -1) {
    Reading reading;
    reading.key = base::hash_bytes(id);
    reading.document.id = std::move(id);
    reading.document.outlet = std::move(outlet);
    reading.document.text = std::move(text);
    if (day >= 0) {
        reading.document.published.precision = DatePrecision::day;
        reading.document.published.seconds = day * 86400;
        reading.document.published.value = "day " + std::to_string(day);
    }
    const std::string& words = reading.document.text;
    auto& tokens = reading.annotation.tokens;
    const auto is_word = [&](std::size_t i) { return std::isalnum(static_cast<unsigned char>(words[i])) != 0 || words[i] == '\'' || words[i] == '-'; };
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        if (words[i] == ' ' || words[i] == '\n') continue;
        Token token{i, i + 1, 0, words[i] == '"' ? TokenKind::quote : TokenKind::punctuation, LetterCase::none};
        if (is_word(i)) {
            while (token.end < words.size() && is_word(token.end)) ++token.end;
            const std::string_view word = std::string_view(words).substr(i, token.end - i);
            token.word = base::hash_word(base::fold(word));
            token.kind = std::isdigit(static_cast<unsigned char>(word[0])) != 0 ? TokenKind::number : TokenKind::word;
            token.letter_case = std::isupper(static_cast<unsigned char>(word[0])) != 0 ? LetterCase::title : LetterCase::lower;
            i = token.end - 1;
        }
        tokens.push_back(token);
    }
    reading.annotation.sentences = reading.annotation.paragraphs = {{0, static_cast<std::uint32_t>(tokens.size())}};
    for (std::uint32_t t = 0, open = kNone; t < tokens.size(); ++t) {
        if (tokens[t].kind != TokenKind::quote) continue;
        if (open == kNone) {
            open = t;
            continue;
        }
        const ByteSpan inside{tokens[open].end, tokens[t].begin};
        reading.annotation.quotations.push_back({{tokens[open].begin, tokens[t].end}, inside, {open + 1, t}, 0, true, false});
        if (t - open > 3) {
            Attribution attribution;
            attribution.content = {inside};
            reading.attributions.push_back(attribution);
        }
        open = kNone;
    }
    std::map<std::uint32_t, std::pair<float, bool>> weights;
    for (const Token& token : tokens)
        if (const float rarity = lexicon::find_rarity(token.word); token.kind == TokenKind::word && rarity > 1) weights[token.word] = {rarity, token.letter_case == LetterCase::title};
    double squares = 0;
    for (const auto& [word, weight] : weights) squares += static_cast<double>(weight.first) * weight.first;
    for (const auto& [word, weight] : weights) {
        const auto unit = static_cast<float>(weight.first / std::sqrt(squares));
        reading.terms.push_back({.word = word, .weight = unit, .plain = unit, .name = weight.second});
    }
    return reading;
}

// A pile in canonical order, whatever the order in which it is given.
class TestPile {
  public:
    explicit TestPile(std::vector<Reading> readings) {
        std::sort(readings.begin(), readings.end(), [](const Reading& a, const Reading& b) {
            const auto order = [](const Reading& r) { return std::tuple(!r.document.published.known(), r.document.published.seconds, r.document.id); };
            return order(a) < order(b);
        });
        for (Reading& reading : readings) {
            const Document& document = reading.document;
            rows.push_back({reading.key, document.id, document.outlet, document.published.seconds, document.published.precision,
                            static_cast<std::uint32_t>(find_word_tokens(reading.annotation).size())});
            auto shared = std::make_shared<const Reading>(std::move(reading));
            readings_[shared->key] = shared;
        }
    }
    [[nodiscard]] LoadReading load() const {
        return [this](DocumentKey key) { return readings_.at(key); };
    }
    [[nodiscard]] Linked link(unsigned threads = 1) const {
        LinkOptions options;
        options.threads = threads;
        return link_corpus(rows, load(), options);
    }
    [[nodiscard]] const std::string& id(DocumentKey key) const { return readings_.at(key)->document.id; }
    [[nodiscard]] std::string quote(const Passage& passage) const { return std::string(slice(readings_.at(passage.document)->document.text, passage.span)); }
    // "a b | c": the members of all groups of a kind with two or more.
    [[nodiscard]] std::string list_groups(const Linked& linked, LinkKind kind) const {
        std::string out;
        for (const Group& group : linked.groups) {
            if (group.kind != kind || group.members.size() < 2) continue;
            if (!out.empty()) out += " | ";
            for (std::size_t i = 0; i < group.members.size(); ++i) out += (i > 0 ? " " : "") + id(group.members[i].document);
        }
        return out;
    }

    std::vector<DocumentRow> rows;

  private:
    std::map<DocumentKey, std::shared_ptr<const Reading>> readings_;
};

// `count` different invented words from `seed` on: "wa wb …".
inline std::string make_words(std::size_t count, std::uint64_t seed) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += "w" + base::short_hex(base::combine(seed, i)) + (i % 12 == 11 ? ".\n" : " ");
    return text;
}

}  // namespace firsthand::link
