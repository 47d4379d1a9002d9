// The law of spans, on texts made of random pieces: inside the text, on UTF-8 borders, every id and index valid.
#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/utf8.h"
#include "read_text.h"

namespace firsthand::stages {
namespace {

// What rules stumble over: marks that open and never close, cues without anybody, names, paragraphs, letters of many bytes.
rc::Gen<std::string> arbitrary_text() {
    const auto piece = rc::gen::elementOf(std::vector<std::string>{
        "“", "”", "\"", "‘", "’", "'", "«", "»", "„", "``", "''", ", ", ". ", "? ", "! ", ": ", " – ", "—", "…", "\n", "\n\n", " ", "(", ")", "/", "&", "- ",
        "said ", "says ", "told ", "asked ", "according to ", "According to ", "saying ", "adding that ", "denied ", "called ", "wrote ", "tweeted ", "reported ", "found that ", "that ",
        "Nora Quill ", "Peter Odd ", "Quill ", "Quill’s ", "Woods’ ", "Mr. Odd ", "Mayor Quill ", "Lt. ", "Dr. ", "J. R. Holm ", "van den Brook ", "Zoë Ångström ", "Иван Холм ", "山田 ",
        "Halden Motors ", "the Lower Mill Police ", "Page Six ", "The Guardian ", "Reuters ", "People ", "a source ", "another source ", "the source ", "sources ", "insiders ", "a spokesman for ",
        "agent ", "the mayor ", "his brother ", "he ", "she ", "they ", "it ", "who ", "I ", "a report ", "the company ", "the bridge is safe ", "We go home today ", "40 ", "on Monday ", "É", "\xF0\x9F\x8C\x8A ",
        "has ", "did not ", "and ", "of ", "to ", "in a statement to ", "song ", "Harbour Lights "});
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const std::vector<std::string>& pieces) {
        std::string text;
        for (const std::string& each : pieces) text += each;
        return text;
    });
}

bool is_border(std::string_view text, std::uint32_t at) { return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U; }

void check_spans(std::string_view text, std::vector<ByteSpan> spans) {
    std::sort(spans.begin(), spans.end());
    std::uint32_t behind = 0;
    for (const ByteSpan span : spans) {
        RC_ASSERT(!span.empty());
        RC_ASSERT(span.end <= text.size());
        RC_ASSERT(is_border(text, span.begin));
        RC_ASSERT(is_border(text, span.end));
        RC_ASSERT(span.begin >= behind);                         // no byte twice
        behind = span.end;
    }
}

void check_reading(const Reading& reading) {
    const std::string_view text = reading.document.text;
    for (std::size_t e = 0; e < reading.entities.size(); ++e) {
        const Entity& entity = reading.entities[e];
        RC_ASSERT(entity.id == e + 1);
        RC_ASSERT(!entity.name.empty());
        RC_ASSERT(base::is_valid_utf8(entity.name));
        RC_ASSERT(entity.relay <= reading.entities.size());
        RC_ASSERT(entity.relay != entity.id);
        RC_ASSERT(std::is_sorted(entity.mentions.begin(), entity.mentions.end()));
        for (const ByteSpan mention : entity.mentions) check_spans(text, {mention});
    }
    for (std::size_t a = 0; a < reading.attributions.size(); ++a) {
        const Attribution& attribution = reading.attributions[a];
        RC_ASSERT(!attribution.content.empty());
        for (const auto* spans : {&attribution.source, &attribution.cue, &attribution.content, &attribution.to}) check_spans(text, *spans);
        RC_ASSERT(attribution.speaker <= reading.entities.size());
        for (const EntityId relay : attribution.relays) {
            RC_ASSERT(relay != kNobody);
            RC_ASSERT(relay <= reading.entities.size());
            RC_ASSERT(relay != attribution.speaker);
        }
        RC_ASSERT(attribution.score >= 0.0F);
        RC_ASSERT(attribution.score <= 1.0F);
        // Up the parents: valid, never itself, no circle.
        std::size_t steps = 0;
        for (std::uint32_t up = attribution.parent; up != kNone; up = reading.attributions[up].parent) {
            RC_ASSERT(up < reading.attributions.size());
            RC_ASSERT(up != a);
            RC_ASSERT(++steps <= reading.attributions.size());
        }
    }
    for (std::size_t t = 1; t < reading.terms.size(); ++t) RC_ASSERT(reading.terms[t - 1].word < reading.terms[t].word);
}

RC_GTEST_PROP(Readings, KeepTheLawOfSpansOnAnyText, ()) {
    for (const std::string& text : *rc::gen::container<std::vector<std::string>>(20, rc::gen::scale(3.0, arbitrary_text()))) check_reading(read_text(text));
}

// The same words twice give the same reading, whatever was read between.
RC_GTEST_PROP(Readings, AreAFunctionOfTheTextAlone, ()) {
    const std::string text = *arbitrary_text();
    const Reading first = read_text(text);
    (void)read_text(*arbitrary_text());
    RC_ASSERT(read_text(text) == first);
}

}  // namespace
}  // namespace firsthand::stages
