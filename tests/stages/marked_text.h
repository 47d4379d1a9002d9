// A text with its labels in it -> what its Reading says of speakers: for tests that need no network.
//
// <s1>…</s1> source, <c1>…</c1> cue, <t1>…</t1> content of the first attribution, and so on (newsroom's notation); {Nora Quill} a person,
// [Halden Motors] an organisation, ~Norland~ a place. Outlets that the lexicon knows need no mark.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "annotate/annotate.h"
#include "extract/extract.h"
#include "extract/tagged.h"
#include "firsthand/types.h"

namespace firsthand::stages {

struct Marks {
    std::string text;                              // without marks
    std::vector<std::pair<ByteSpan, EntityKind>> names;
    struct Passage {
        std::map<char, std::vector<ByteSpan>> spans;   // by 's', 'c', 't'
    };
    std::map<int, Passage> passages;               // by number
};

inline Marks parse_marks(std::string_view marked) {
    Marks marks;
    std::map<std::string, std::uint32_t> opened;
    const auto here = [&] { return static_cast<std::uint32_t>(marks.text.size()); };
    std::uint32_t name = 0;
    for (std::size_t i = 0; i < marked.size(); ++i) {
        const char c = marked[i];
        if (c == '<') {
            const std::size_t end = marked.find('>', i);
            const bool closes = marked[i + 1] == '/';
            const std::string tag(marked.substr(i + (closes ? 2 : 1), end - i - (closes ? 2 : 1)));
            if (closes) marks.passages[std::stoi(tag.substr(1))].spans[tag[0]].push_back({opened.at(tag), here()});
            else opened[tag] = here();
            i = end;
        } else if (c == '{' || c == '[' || (c == '~' && name == 0)) {
            name = here() + 1;
        } else if (c == '}' || c == ']' || c == '~') {
            marks.names.push_back({{name - 1, here()}, c == '}' ? EntityKind::person : c == ']' ? EntityKind::organization : EntityKind::place});
            name = 0;
        } else {
            marks.text += c;
        }
    }
    return marks;
}

inline Reading read_marked(std::string_view marked, std::string outlet = "", std::string title = "") {
    const Marks marks = parse_marks(marked);
    Reading reading;
    reading.document.id = "text";
    reading.document.text = marks.text;
    reading.document.outlet = std::move(outlet);
    reading.document.title = std::move(title);
    reading.annotation = annotate::annotate(reading.document);
    extract::Heard heard;
    for (const auto& [span, kind] : marks.names) heard.names.push_back({extract::tokens_of(reading.annotation, span), kind});
    for (const auto& [number, passage] : marks.passages) {
        const auto first = [&](char role) { return passage.spans.contains(role) ? extract::tokens_of(reading.annotation, passage.spans.at(role).front()) : TokenSpan{}; };
        extract::TaggedPassage tagged{.source = first('s'), .cue = first('c'), .score = 1};
        for (const ByteSpan span : passage.spans.at('t')) tagged.content.push_back(extract::tokens_of(reading.annotation, span));
        heard.passages.push_back(std::move(tagged));
    }
    extract::extract(reading, heard);
    return reading;
}

}  // namespace firsthand::stages
