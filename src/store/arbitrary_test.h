// Random readings, links, groups and assessments that keep the law, for the tests of this room.
#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "firsthand/types.h"

namespace firsthand::store {

template <typename Choice>
Choice arbitrary_choice(Choice last) {
    return static_cast<Choice>(*rc::gen::inRange<int>(0, static_cast<int>(last) + 1));
}

// Below `end`, `end` not included.
inline std::uint32_t arbitrary_below(std::uint64_t end) {
    return static_cast<std::uint32_t>(*rc::gen::inRange<std::uint64_t>(0, std::max<std::uint64_t>(end, 1)));
}

inline std::string arbitrary_text() { return *rc::gen::arbitrary<std::string>(); }
inline float arbitrary_score() { return static_cast<float>(*rc::gen::inRange(0, 1001)) / 1000.0F; }

template <typename Span>
Span arbitrary_span(std::size_t size) {
    const std::uint32_t a = arbitrary_below(size + 1), b = arbitrary_below(size + 1);
    return {std::min(a, b), std::max(a, b)};
}

// Up to five of what make() gives.
template <typename Make>
auto arbitrary_list(Make make) {
    std::vector<decltype(make())> values(arbitrary_below(6));
    for (auto& value : values) value = make();
    return values;
}

inline std::vector<ByteSpan> arbitrary_spans(std::size_t size) {
    return arbitrary_list([size] { return arbitrary_span<ByteSpan>(size); });
}

inline Date arbitrary_date() {
    return {arbitrary_text(), arbitrary_text(), *rc::gen::arbitrary<std::int64_t>(), arbitrary_choice(DatePrecision::second)};
}

inline Document arbitrary_document() {
    Document d;
    for (std::string* text : {&d.id, &d.path, &d.outlet, &d.url, &d.canonical_url, &d.title, &d.author, &d.language, &d.text}) *text = arbitrary_text();
    if (arbitrary_below(3) == 0) d.text.append(arbitrary_below(2000), 'x');          // gaps and tokens beyond one byte
    d.published = arbitrary_date();
    d.updated = arbitrary_date();
    d.genre = arbitrary_choice(Genre::live);
    d.title_span = arbitrary_span<ByteSpan>(d.text.size());
    d.links = arbitrary_list([&] { return Hyperlink{arbitrary_span<ByteSpan>(d.text.size()), arbitrary_text()}; });
    d.extracted = arbitrary_below(2) == 0;
    d.furniture = arbitrary_spans(d.text.size());
    d.notes = arbitrary_list(arbitrary_text);
    return d;
}

inline Annotation arbitrary_annotation(std::size_t size) {
    Annotation annotation;
    std::vector<std::uint32_t> edges(2 * arbitrary_below(40));
    for (auto& edge : edges) edge = arbitrary_below(size + 1);
    std::sort(edges.begin(), edges.end());
    for (std::size_t i = 0; i < edges.size(); i += 2)
        annotation.tokens.push_back({edges[i], edges[i + 1], arbitrary_below(3) == 0 ? 0 : *rc::gen::arbitrary<std::uint32_t>(),
                                     arbitrary_choice(TokenKind::quote), arbitrary_choice(LetterCase::mixed)});
    const std::size_t count = annotation.tokens.size();
    annotation.sentences = arbitrary_list([&] { return arbitrary_span<TokenSpan>(count); });
    annotation.paragraphs = arbitrary_list([&] { return arbitrary_span<TokenSpan>(count); });
    annotation.quotations = arbitrary_list([&] {
        return Quotation{arbitrary_span<ByteSpan>(size), arbitrary_span<ByteSpan>(size), arbitrary_span<TokenSpan>(count), arbitrary_below(4),
                         *rc::gen::arbitrary<bool>(), *rc::gen::arbitrary<bool>()};
    });
    return annotation;
}

inline Vectors::Direction arbitrary_direction() {
    if (arbitrary_below(3) == 0) return {};
    return Vectors::Direction(kVectorWidth, static_cast<std::int8_t>(arbitrary_below(127)));
}

inline Reading arbitrary_reading() {
    Reading reading;
    reading.key = *rc::gen::arbitrary<std::uint64_t>();
    reading.document = arbitrary_document();
    const std::size_t size = reading.document.text.size();
    reading.annotation = arbitrary_annotation(size);
    const std::uint32_t people = arbitrary_below(4), said = arbitrary_below(4);
    for (std::uint32_t i = 0; i < people; ++i)
        reading.entities.push_back({i + 1, arbitrary_choice(EntityKind::article), arbitrary_text(), arbitrary_list(arbitrary_text),
                                    arbitrary_text(), arbitrary_choice(Number::several), arbitrary_below(people + 1), arbitrary_spans(size)});
    for (std::uint32_t i = 0; i < said; ++i)
        reading.attributions.push_back({arbitrary_choice(Speech::mixed), arbitrary_choice(Act::attitude), arbitrary_spans(size),
                                        arbitrary_spans(size), arbitrary_spans(size), arbitrary_spans(size), arbitrary_below(people + 1),
                                        arbitrary_list([&] { return arbitrary_below(people + 1); }), arbitrary_choice(Hand::retold),
                                        arbitrary_below(2) == 0 ? kNone : arbitrary_below(said), *rc::gen::arbitrary<bool>(), arbitrary_score()});
    reading.terms = arbitrary_list([] {
        return Term{*rc::gen::arbitrary<std::uint32_t>(), arbitrary_score(), arbitrary_score(), *rc::gen::arbitrary<bool>(), *rc::gen::arbitrary<bool>()};
    });
    reading.vectors.lead = arbitrary_direction();
    if (arbitrary_below(2) == 0) reading.vectors.contents = std::vector<Vectors::Direction>(said, arbitrary_direction());
    return reading;
}

inline Passage arbitrary_passage() {
    return {*rc::gen::arbitrary<std::uint64_t>(), arbitrary_span<ByteSpan>(0xFFFFFFFE), arbitrary_below(2) == 0 ? kNone : arbitrary_below(kNone)};
}

inline Link arbitrary_link() {
    return {arbitrary_choice(LinkKind::claim), arbitrary_passage(), arbitrary_passage(), arbitrary_choice(Direction::forward),
            *rc::gen::arbitrary<std::uint32_t>(), *rc::gen::arbitrary<std::uint32_t>(), arbitrary_text(), arbitrary_score()};
}

inline Group arbitrary_group() {
    Group group{arbitrary_choice(LinkKind::claim), arbitrary_text(), arbitrary_text(), arbitrary_list(arbitrary_passage), {}, {},
                *rc::gen::arbitrary<std::uint64_t>(), arbitrary_text(), arbitrary_text()};
    const std::size_t count = group.members.size();
    if (arbitrary_below(2) == 0)
        for (std::size_t i = 0; i < count; ++i) group.forms.push_back(arbitrary_choice(Form::retold));
    if (count > 0)
        group.edits = arbitrary_list([count] {
            return Edit{arbitrary_below(count), arbitrary_below(count), arbitrary_choice(EditKind::speaker), arbitrary_text(), arbitrary_text()};
        });
    return group;
}

inline Interval arbitrary_interval() {
    return {*rc::gen::arbitrary<std::uint32_t>(), *rc::gen::arbitrary<std::uint32_t>(), arbitrary_list(arbitrary_text)};
}

inline Assessment arbitrary_assessment() {
    Assessment assessment;
    assessment.kind = arbitrary_choice(LinkKind::claim);
    assessment.group = arbitrary_text();
    assessment.independent = arbitrary_interval();
    assessment.relays = arbitrary_list(arbitrary_passage);
    assessment.origins = arbitrary_list([] {
        return Origin{arbitrary_choice(OriginKind::press_release), arbitrary_choice(Side::neither), arbitrary_passage(),
                      *rc::gen::arbitrary<std::uint32_t>(), *rc::gen::arbitrary<std::uint64_t>(), arbitrary_list(arbitrary_text)};
    });
    const std::size_t origins = assessment.origins.size();
    assessment.positions = arbitrary_list([origins] {
        return Position{*rc::gen::arbitrary<std::uint64_t>(), *rc::gen::arbitrary<std::uint32_t>(),
                        arbitrary_list([] { return *rc::gen::arbitrary<std::uint32_t>(); }), arbitrary_choice(Stance::reports),
                        arbitrary_choice(Hand::retold), arbitrary_span<ByteSpan>(1000), *rc::gen::arbitrary<bool>(), arbitrary_below(50),
                        origins == 0 || arbitrary_below(3) == 0 ? kNone : arbitrary_below(origins), arbitrary_score()};
    });
    assessment.supporting = arbitrary_interval();
    assessment.denying = arbitrary_interval();
    return assessment;
}

}  // namespace firsthand::store
