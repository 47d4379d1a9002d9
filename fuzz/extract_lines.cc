// A text and, behind a zero byte, lines of `extract`: what they say of it, and of the texts that they hold, keeps the law of spans.
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "check.h"
#include "read/extract_lines.h"
#include "read/formats.h"

namespace {

using namespace firsthand;

void check_list(const std::vector<ByteSpan>& spans, std::string_view text) {
    std::uint32_t before = 0;
    for (const ByteSpan& span : spans) {
        check(span.begin >= before && span.begin < span.end && span.end <= text.size());
        check(base::is_valid_utf8(slice(text, span)));
        before = span.begin;
    }
}

void check_extracted(const Extracted& extracted, const Document& document) {
    const std::size_t people = extracted.entities.size(), said = extracted.attributions.size();
    for (std::size_t i = 0; i < people; ++i) {
        const Entity& entity = extracted.entities[i];
        check(entity.id == i + 1 && entity.relay <= people);
        check_list(entity.mentions, document.text);
    }
    for (const Attribution& attribution : extracted.attributions) {
        check(!attribution.in_title || document.title_span.empty());
        const std::string_view text = attribution.in_title ? document.title : document.text;
        for (const auto* spans : {&attribution.source, &attribution.cue, &attribution.content, &attribution.to}) check_list(*spans, text);
        check(!attribution.content.empty() && attribution.speaker <= people && attribution.score >= 0 && attribution.score <= 1);
        for (const EntityId relay : attribution.relays) check(relay != kNobody && relay <= people);
        std::size_t depth = 0;
        for (const Attribution* at = &attribution; at->parent != kNone; at = &extracted.attributions[at->parent]) check(at->parent < said && ++depth < said);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input = as_text(data, size);
    const auto end = std::min(input.find('\0'), input.size());
    const std::string_view lines = input.substr(std::min(end + 1, input.size()));
    Document document;
    document.path = "text";
    document.text = input.substr(0, end);
    read::complete(document);

    std::string line(lines.substr(0, lines.find('\n')));       // whatever text it speaks of
    const std::size_t line_size = line.size();
    line.append(read::kPadding, ' ');
    read::ExtractLineParser parser;
    if (parser.parse(std::string_view(line).substr(0, line_size))) {
        if (const auto extracted = parser.make_extracted(document)) check_extracted(*extracted, document);
    }

    read::ExtractLines all("rules");
    read::Opened opened{.window = std::make_unique<read::Window>(read::read_memory(lines, 1000)), .path = "lines", .limits = {.document_bytes = 1U << 16U, .unpack = {}}};
    all.index(std::move(opened), {});
    all.settle();
    all.meet("text");
    if (const auto extracted = all.recall(document)) check_extracted(*extracted, document);
    std::size_t items = 0;
    while (auto item = all.next_left()) {
        check(++items <= lines.size());
        auto* left = std::get_if<Document>(&*item);
        if (left == nullptr) {
            check(!std::get<Skipped>(*item).reason.empty());
            continue;
        }
        read::complete(*left);
        check_spans(*left);
        if (const auto extracted = all.recall(*left)) check_extracted(*extracted, *left);
    }
    for (const Skipped& skipped : all.list_unused()) check(skipped.path.starts_with("lines") && !skipped.reason.empty());
    return 0;
}
