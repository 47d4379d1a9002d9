// Speakers for attributions that are given, for judging and training that step by itself (training/mentions.py); no command for users.
//
// usage: speakers_of_labels <LABELS >LINES
// A line of standard input: {"id", "text", "title", "outlet", "names": [[begin, end, kind]…], "attributions": [{"act", "source", "cue", "content": [[begin, end]…], "nested"}]},
// places in bytes, names and contents ordered. Standard output: lines of `extract`.
#include <boost/json.hpp>

#include <iostream>
#include <string>

#include "annotate/annotate.h"
#include "extract/extract.h"
#include "extract/tagged.h"
#include "report/report.h"

namespace {

using namespace firsthand;
namespace json = boost::json;

TokenSpan tokens_of(const Annotation& annotation, const json::value& place) {
    const auto begin = place.at(0).to_number<std::uint32_t>(), end = place.at(1).to_number<std::uint32_t>();
    const auto first = std::partition_point(annotation.tokens.begin(), annotation.tokens.end(), [&](const Token& token) { return token.end <= begin; });
    const auto last = std::partition_point(first, annotation.tokens.end(), [&](const Token& token) { return token.begin < end; });
    return {static_cast<std::uint32_t>(first - annotation.tokens.begin()), static_cast<std::uint32_t>(last - annotation.tokens.begin())};
}

TokenSpan first_of(const Annotation& annotation, const json::value& places) { return places.as_array().empty() ? TokenSpan{} : tokens_of(annotation, places.at(0)); }

Act act_named(std::string_view name) { return name == "thought" ? Act::thought : name == "finding" ? Act::finding : name == "attitude" ? Act::attitude : Act::speech; }

Reading read_labels(const json::value& line) {
    Reading reading;
    Document& document = reading.document;
    document.id = line.at("id").as_string();
    document.text = line.at("text").as_string();
    document.title = line.at("title").as_string();
    document.outlet = line.at("outlet").as_string();
    reading.annotation = annotate::annotate(document);
    extract::Heard heard;
    for (const json::value& name : line.at("names").as_array()) {
        const TokenSpan tokens = tokens_of(reading.annotation, name);
        if (tokens.empty() || (!heard.names.empty() && tokens.begin < heard.names.back().tokens.end)) continue;
        const std::string_view kind = name.at(2).as_string();
        heard.names.push_back({tokens, kind == "person" ? EntityKind::person : kind == "place" ? EntityKind::place : EntityKind::organization});
    }
    for (const json::value& one : line.at("attributions").as_array()) {
        extract::TaggedPassage passage{.source = first_of(reading.annotation, one.at("source")), .cue = first_of(reading.annotation, one.at("cue")),
                                       .nested = one.at("nested").as_bool(), .act = act_named(one.at("act").as_string()), .score = 1};
        for (const json::value& place : one.at("content").as_array())
            if (const TokenSpan tokens = tokens_of(reading.annotation, place); !tokens.empty()) passage.content.push_back(tokens);
        if (!passage.content.empty()) heard.passages.push_back(std::move(passage));
    }
    extract::extract(reading, heard);
    return reading;
}

}  // namespace

int main() {
    std::ios::sync_with_stdio(false);
    for (std::string line; std::getline(std::cin, line);) {
        report::write_extract(read_labels(json::parse(line)), {}, std::cout);
        std::cout << '\n';
    }
    return 0;
}
