// Speakers for attributions that are given, for judging and training that step by itself (training/mentions.py); no command for users.
//
// usage: speakers_of_labels [--questions] <LABELS >LINES
// A line of standard input: {"id", "text", "title", "outlet", "names": [[begin, end, kind]…], "attributions": [{"act", "source", "cue", "content": [[begin, end]…], "nested",
// "speaker"}]}, places in bytes, names and contents ordered, speakers as newsroom's guide writes them. Standard output: lines of `extract`; with
// --questions a line for each question that was asked, answered as labelled: {"document", "asked", "right": [index…], none where the labels name nobody of them, "candidates": [[feature…]…]}.
#include <boost/json.hpp>

#include <algorithm>
#include <iostream>
#include <map>
#include <string>

#include "annotate/annotate.h"
#include "base/utf8.h"
#include "extract/names.h"
#include "extract/speakers.h"
#include "extract/tagged.h"
#include "report/report.h"

namespace {

using namespace firsthand;
namespace json = boost::json;

TokenSpan tokens_of(const Annotation& annotation, const json::value& place) {
    return extract::tokens_of(annotation, {place.at(0).to_number<std::uint32_t>(), place.at(1).to_number<std::uint32_t>()});
}

TokenSpan first_of(const Annotation& annotation, const json::value& places) { return places.as_array().empty() ? TokenSpan{} : tokens_of(annotation, places.at(0)); }

Act act_named(std::string_view name) { return name == "thought" ? Act::thought : name == "finding" ? Act::finding : name == "attitude" ? Act::attitude : Act::speech; }

Reading read_labels(const json::value& line, extract::Heard& heard) {
    Reading reading;
    Document& document = reading.document;
    document.id = line.at("id").as_string();
    document.text = line.at("text").as_string();
    document.title = line.at("title").as_string();
    document.outlet = line.at("outlet").as_string();
    reading.annotation = annotate::annotate(document);
    for (const json::value& name : line.at("names").as_array()) {
        const TokenSpan tokens = tokens_of(reading.annotation, name);
        if (tokens.empty() || (!heard.names.empty() && tokens.begin < heard.names.back().tokens.end)) continue;
        const std::string_view kind = name.at(2).as_string();
        heard.names.push_back({tokens, kind == "person" ? EntityKind::person : kind == "place" ? EntityKind::place : EntityKind::organization});
    }
    int number = 1;                                             // below 1: left-over quotations
    for (const json::value& one : line.at("attributions").as_array()) {
        extract::TaggedPassage passage{.source = first_of(reading.annotation, one.at("source")), .cue = first_of(reading.annotation, one.at("cue")),
                                       .nested = one.at("nested").as_bool(), .act = act_named(one.at("act").as_string()), .score = static_cast<float>(number++)};   // which label it is, from 1
        for (const json::value& place : one.at("content").as_array())
            if (const TokenSpan tokens = tokens_of(reading.annotation, place); !tokens.empty()) passage.content.push_back(tokens);
        if (!passage.content.empty()) heard.passages.push_back(std::move(passage));
    }
    return reading;
}

// A name as newsroom's scorer compares it: letters and digits in lower case, no article in front.
std::string plain(std::string_view name) {
    std::string folded;
    for (const char c : base::fold(name))
        if (c == ' ' || (c & 0x80) != 0 || std::isalnum(static_cast<unsigned char>(c)) != 0) folded += c;
    for (const std::string_view article : {"the ", "a ", "an "})
        if (folded.starts_with(article)) return folded.substr(article.size());
    return folded;
}

// Answers questions as the labels say, and writes them down.
class Labeller {
  public:
    Labeller(std::string document, const extract::Names& names, const json::array& labels, const std::vector<extract::Passing>& passages)
        : document_(std::move(document)), names_(names), labels_(labels), passages_(passages) {}

    std::size_t answer(std::size_t passage, extract::Asked asked, std::span<const extract::Candidate> candidates) {
        if (passages_[passage].score < 1) return 0;                 // a quotation that the labels do not know
        const std::size_t label = static_cast<std::size_t>(passages_[passage].score) - 1;
        const std::string gold(labels_[label].at("speaker").as_string());
        if (gold == "not known") return 0;
        const json::array& source = labels_[label].at("source").as_array();
        const std::uint32_t place = source.empty() ? kNone : source.front().at(0).to_number<std::uint32_t>();
        json::array right, all;
        std::size_t first = 0;
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            if (i > 0 && is(candidates[i].entity, gold)) {
                right.push_back(i);
                if (first == 0) first = i;
            }
            json::array features;
            for (std::size_t f = 0; f < extract::kFeatures; ++f)
                if (candidates[i].features.test(f)) features.push_back(f);
            all.push_back(std::move(features));
        }
        const bool named = !gold.empty() && !gold.starts_with("unnamed: ") && !gold.starts_with("document: ");
        if (right.empty() && !named) right.push_back(0);
        if (first == 0) created_[static_cast<EntityId>(names_.entities.size() + 1)] = {gold, place};
        std::cout << json::serialize(json::object{{"document", document_}, {"asked", static_cast<int>(asked)}, {"right", right}, {"candidates", all}}) << '\n';
        return first;
    }

  private:
    [[nodiscard]] bool is(EntityId id, const std::string& gold) const {
        if (gold.empty()) return false;
        const Entity& entity = names_.entities[id - 1];
        if (const auto made = created_.find(id); made != created_.end() && !entity.mentions.empty() && entity.mentions.front().begin == made->second.place) return made->second.gold == gold;
        const std::string want = plain(gold.starts_with("document: ") ? std::string_view(gold).substr(10) : std::string_view(gold));
        return plain(entity.name) == want || std::any_of(entity.aliases.begin(), entity.aliases.end(), [&](const std::string& alias) { return plain(alias) == want; });
    }

    std::string document_;
    const extract::Names& names_;
    const json::array& labels_;
    const std::vector<extract::Passing>& passages_;
    struct Made {
        std::string gold;
        std::uint32_t place;                       // of the source that it was made for
    };
    std::map<EntityId, Made> created_;             // if it was made
};

}  // namespace

int main(int count, char** words) {
    std::ios::sync_with_stdio(false);
    const bool questions = count == 2 && std::string_view(words[1]) == "--questions";
    for (std::string text; std::getline(std::cin, text);) {
        const json::value line = json::parse(text);
        extract::Heard heard;
        Reading reading = read_labels(line, heard);
        extract::Names names = extract::gather_names(reading.document, reading.annotation, heard.names);
        std::vector<extract::Passing> passages = extract::place_tagged(reading.document, reading.annotation, names, heard.passages);
        Labeller labeller(reading.document.id, names, line.at("attributions").as_array(), passages);
        if (questions) {
            extract::find_speakers(reading, names, passages, [&](std::size_t passage, extract::Asked asked, std::span<const extract::Candidate> candidates) { return labeller.answer(passage, asked, candidates); });
        } else {
            extract::find_speakers(reading, names, passages);
            report::write_extract(reading, {}, std::cout);
            std::cout << '\n';
        }
    }
    return 0;
}
