// The law of types.h, as far as memory safety hangs on it. UTF-8 boundaries are the business of whoever makes a span.
// Tested by reading_format_test.cc.
#include "store/law.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace firsthand::store {
namespace {

// An empty span may stand anywhere inside, the default one ({0, 0}) in any text.
template <typename Span>
bool inside(const Span& span, std::size_t size) {
    return span.begin <= size && span.end <= size;
}

template <typename Span>
bool all_inside(const std::vector<Span>& spans, std::size_t size) {
    return std::ranges::all_of(spans, [size](const Span& span) { return inside(span, size); });
}

bool tokens_in_order(const std::vector<Token>& tokens, std::size_t size) {
    std::uint32_t at = 0;
    for (const Token& token : tokens) {
        if (token.begin < at || token.end < token.begin) return false;
        at = token.end;
    }
    return at <= size;
}

bool annotation_keeps_law(const Annotation& annotation, std::size_t size) {
    const std::size_t count = annotation.tokens.size();
    return tokens_in_order(annotation.tokens, size) && all_inside(annotation.sentences, count) && all_inside(annotation.paragraphs, count) &&
           std::ranges::all_of(annotation.quotations, [&](const Quotation& quotation) {
               return inside(quotation.span, size) && inside(quotation.inside, size) && inside(quotation.tokens, count);
           });
}

}  // namespace

bool keeps_law(const Reading& reading) {
    const std::size_t text = reading.document.text.size(), longer = std::max(text, reading.document.title.size());
    const std::size_t people = reading.entities.size(), said = reading.attributions.size();
    return inside(reading.document.title_span, text) && all_inside(reading.document.furniture, text) &&
           std::ranges::all_of(reading.document.links, [&](const Hyperlink& link) { return inside(link.span, text); }) &&
           annotation_keeps_law(reading.annotation, text) &&
           std::ranges::all_of(reading.entities, [&](const Entity& entity) {
               return entity.id <= people && entity.relay <= people && all_inside(entity.mentions, longer);
           }) &&
           std::ranges::all_of(reading.attributions, [&](const Attribution& a) {
               return all_inside(a.source, longer) && all_inside(a.cue, longer) && all_inside(a.content, longer) && all_inside(a.to, longer) &&
                      a.speaker <= people && (a.parent == kNone || a.parent < said) &&
                      std::ranges::all_of(a.relays, [&](EntityId relay) { return relay <= people; });
           });
}

bool keeps_law(const Group& group) {
    const std::size_t count = group.members.size();
    return (group.forms.empty() || group.forms.size() == count) &&
           std::ranges::all_of(group.edits, [&](const Edit& edit) { return edit.from < count && edit.to < count; });
}

bool keeps_law(const Assessment& assessment) {
    const std::size_t count = assessment.origins.size();
    return std::ranges::all_of(assessment.positions, [&](const Position& p) { return p.origin == kNone || p.origin < count; });
}

}  // namespace firsthand::store
