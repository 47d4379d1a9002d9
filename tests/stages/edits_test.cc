// Typed edits between two renderings of a saying, against pairs labelled by hand: tests/edits/README.md says how.
#include "link/edits.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <set>

#include "annotate/annotate.h"
#include "base/utf8.h"
#include "link/digest.h"
#include "report/words.h"

namespace firsthand {
namespace {

namespace json = boost::json;

constexpr double kLeastRight = 0.85;               // of the labelled edits found with their kind
constexpr std::size_t kLongestCue = 60;            // bytes between two pieces of one saying

struct Said {
    Reading reading;
    link::Rendering rendering;
};

// The words of a rendering as linking sees them: those of a cue between a closing mark and the next opening one are not said.
void read_said(std::string text, Said& said) {
    said.reading.document.text = std::move(text);
    said.reading.annotation = annotate::annotate(said.reading.document);
    const auto& quotations = said.reading.annotation.quotations;
    std::vector<ByteSpan> cues;
    for (std::size_t q = 1; q < quotations.size(); ++q)
        if (quotations[q].depth == 0 && quotations[q - 1].depth == 0 && quotations[q].span.begin - quotations[q - 1].span.end <= kLongestCue) cues.push_back({quotations[q - 1].span.end, quotations[q].span.begin});
    const std::vector<std::uint32_t> tokens = link::find_word_tokens(said.reading.annotation);
    std::vector<std::uint32_t> words;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
        const Token& token = said.reading.annotation.tokens[tokens[i]];
        const bool cue = std::any_of(cues.begin(), cues.end(), [&](ByteSpan span) { return token.begin >= span.begin && token.end <= span.end; });
        if (!cue) words.push_back(i);
    }
    said.rendering = link::make_rendering(said.reading, tokens, words);
}

std::set<std::string> words_of(std::string_view text) {
    std::set<std::string> words;
    std::string word;
    for (const char c : base::fold(text) + " ") {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80) {
            word += c;
        } else if (!word.empty()) {
            words.insert(std::exchange(word, {}));
        }
    }
    return words;
}

bool share_words(const std::string& a, const std::string& b) {
    const std::set<std::string> of_a = words_of(a);
    for (const std::string& word : words_of(b))
        if (of_a.contains(word)) return true;
    return false;
}

// The same place: words in common on a side, and none where the other has none on both.
bool is_same_place(const Edit& found, const std::string& before, const std::string& after) { return share_words(found.before, before) || share_words(found.after, after); }

TEST(LabelledEdits, KindsAreRight) {
    std::ifstream file(FIRSTHAND_SOURCE_DIR "/tests/edits/pairs.jsonl");
    ASSERT_TRUE(file);
    const bool tell = std::getenv("FIRSTHAND_TELL") != nullptr;
    std::size_t labelled = 0, right = 0, given = 0, pairs = 0;
    std::map<std::string, std::pair<int, int>> by_kind;         // right, labelled
    for (std::string line; std::getline(file, line);) {
        const json::object pair = json::parse(line).as_object();
        ++pairs;
        Said before, after;
        read_said(std::string(pair.at("before").as_string()), before);
        read_said(std::string(pair.at("after").as_string()), after);
        const std::vector<Edit> found = link::find_edits(before.rendering, after.rendering);
        given += found.size();
        std::string wrong;
        for (const json::value& one : pair.at("edits").as_array()) {
            const std::string kind(one.at("kind").as_string()), from(one.at("before").as_string()), to(one.at("after").as_string());
            if (kind == "speaker") continue;                    // no words of the saying
            ++labelled;
            ++by_kind[kind].second;
            const bool hit = std::any_of(found.begin(), found.end(), [&](const Edit& edit) { return report::name_of(edit.kind) == kind && is_same_place(edit, from, to); });
            right += hit ? 1 : 0;
            by_kind[kind].first += hit ? 1 : 0;
            if (!hit) wrong += "   want " + kind + ": [" + from + "] -> [" + to + "]\n";
        }
        if (tell && !wrong.empty()) {
            std::cout << pair.at("id") << " " << pair.at("before").as_string() << "\n   => " << pair.at("after").as_string() << "\n" << wrong;
            for (const Edit& edit : found) std::cout << "   got  " << report::name_of(edit.kind) << ": [" << edit.before << "] -> [" << edit.after << "]\n";
        }
    }
    if (tell)
        for (const auto& [kind, counts] : by_kind) std::cout << kind << " " << counts.first << " of " << counts.second << "\n";
    std::cout << pairs << " pairs: " << right << " of " << labelled << " labelled edits right, " << given << " given\n";
    EXPECT_GE(static_cast<double>(right), kLeastRight * static_cast<double>(labelled));
}

}  // namespace
}  // namespace firsthand
