// Tested by tests/cli/test_models.py.
#include "models.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <string_view>

#include "extract/extract.h"

namespace firsthand {

namespace {

constexpr std::string_view kNames[] = {"accurate", "fast"};

Result<std::string> find_model(const ModelOptions& options) {
    const std::string file = options.name + ".safetensors";
    const std::vector<std::string> folders = options.folder.empty() ? model_folders() : std::vector<std::string>{options.folder};
    std::string looked;
    for (const std::string& folder : folders) {
        std::error_code ignored;
        if (const std::filesystem::path path = std::filesystem::path(folder) / file; std::filesystem::is_regular_file(path, ignored)) return path.string();
        looked += (looked.empty() ? "" : ", ") + folder;
    }
    return Error{ErrorCode::input, "no model " + file + " in " + (looked.empty() ? "any folder" : looked) + "; name its folder with --models DIR"};
}

constexpr std::size_t kPartBytes = 60'000;         // no more pieces than an Encoder takes (65,536); an article has some 5,000 bytes, the longest of the pile 77,000

// Behind the last line break of the next kPartBytes; behind the last blank or character where a line is longer.
std::size_t end_of_part(std::string_view text, std::size_t begin) {
    if (text.size() - begin <= kPartBytes) return text.size();
    const std::string_view part = text.substr(begin, kPartBytes);
    for (const char mark : {'\n', ' '})
        if (const std::size_t at = part.rfind(mark); at != std::string_view::npos) return begin + at + 1;
    std::size_t end = begin + kPartBytes;
    while (end > begin + 1 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return end;
}

// Where the title stands in the text: as its reader marked it, or as the first line.
ByteSpan title_in_text(const Document& document) {
    if (!document.title_span.empty() || document.title.empty() || !document.text.starts_with(document.title)) return document.title_span;
    const std::size_t end = std::min(document.text.find('\n'), document.text.size());
    return end <= document.title.size() + 2 ? ByteSpan{0, static_cast<std::uint32_t>(end)} : ByteSpan{};
}

constexpr std::uint32_t kMostOfLead = 96;          // pieces
constexpr std::uint32_t kShortestLead = 12;        // tokens: no byline, no place

// The first paragraph that is no title, byline or place; the longest, where all are short; empty for an empty text.
ByteSpan lead_of(const Annotation& annotation) {
    const auto longer = [](TokenSpan a, TokenSpan b) { return a.size() < b.size(); };
    const auto first = std::find_if(annotation.paragraphs.begin(), annotation.paragraphs.end(), [](TokenSpan span) { return span.size() >= kShortestLead; });
    const auto lead = first != annotation.paragraphs.end() ? first : std::max_element(annotation.paragraphs.begin(), annotation.paragraphs.end(), longer);
    if (lead == annotation.paragraphs.end() || lead->empty()) return {};
    return {annotation.tokens[lead->begin].begin, annotation.tokens[lead->end - 1].end};
}

// The largest part becomes 127 or -127.
Vectors::Direction in_steps(const model::PassageVector& vector) {
    const float largest = std::abs(*std::max_element(vector.begin(), vector.end(), [](float a, float b) { return std::abs(a) < std::abs(b); }));
    Vectors::Direction steps;
    steps.reserve(vector.size());
    for (const float part : vector) steps.push_back(static_cast<std::int8_t>(largest > 0 ? std::lround(part / largest * 127) : 0));
    return steps;
}

}  // namespace

std::span<const std::string_view> model_names() { return kNames; }

std::vector<std::string> model_folders() {
    std::error_code error;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
    if (error) return {};
    const std::filesystem::path folder = program.parent_path();
    return {(folder.parent_path() / "share" / "firsthand" / "models").string(), (folder.parent_path().parent_path() / "models").string()};
}

Result<Models> Models::load(const ModelOptions& options) {
    Models models;
    if (std::find(std::begin(kNames), std::end(kNames), options.name) == std::end(kNames))
        return Error{ErrorCode::usage, "--model takes accurate or fast, not " + options.name};
    const auto precision = model::precision_named(options.precision);
    if (!precision) return Error{ErrorCode::usage, "--precision takes automatic, int8, bf16 or f32, not " + options.precision};
    const Result<std::string> path = find_model(options);
    if (!path) return path.error();
    auto encoder = model::Encoder::load(*path, *precision);
    if (!encoder) return encoder.error();
    models.identity_ = encoder->identity();
    models.parts_ = std::make_shared<Parts>(std::move(*encoder), options.vectors);
    return models;
}

// A long text is read in parts, so that the states of its pieces need no more memory than those of a short one.
void Models::Parts::extract(Reading& reading) {
    const Document& document = reading.document;
    const ByteSpan title = title_in_text(document);
    auto scratch = borrow();
    extract::Heard heard;
    Encoding last;
    const ByteSpan lead = lead_of(reading.annotation);
    for (std::size_t begin = 0; begin < document.text.size();) {
        const std::size_t end = end_of_part(document.text, begin);
        Encoding encoding = encode_part(document, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, title, *scratch);
        extract::hear(reading.annotation, encoding, [&](auto relation, auto queries, auto keys) { return encoder.links(encoding, relation, queries, keys); }, encoder.calibration(), heard);
        if (begin == 0 && !lead.empty()) reading.vectors.lead = direction_of(encoding, std::span(&lead, 1), kMostOfLead);
        if (vectors) last = std::move(encoding);
        begin = end;
    }
    extract::extract(reading, heard);
    if (vectors) {                                              // of a text in several parts each is read again: what it takes is bounded
        reading.vectors.contents.resize(reading.attributions.size());
        for (std::size_t begin = 0; begin < document.text.size();) {
            const std::size_t end = end_of_part(document.text, begin);
            const ByteSpan part{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
            if (part.size() < document.text.size()) last = encode_part(document, part, title, *scratch);
            fill_contents(reading, last, part);
            begin = end;
        }
    }
    give_back(std::move(scratch));
}

Vectors::Direction Models::Parts::direction_of(const Encoding& encoding, std::span<const ByteSpan> passage, std::uint32_t most) const {
    std::vector<model::PieceSpan> spans;
    for (const ByteSpan span : passage) {
        const auto first = std::partition_point(encoding.pieces.begin(), encoding.pieces.end(), [&](ByteSpan piece) { return piece.end <= span.begin; });
        const auto end = std::partition_point(first, encoding.pieces.end(), [&](ByteSpan piece) { return piece.begin < span.end; });
        const auto begin = static_cast<std::uint32_t>(first - encoding.pieces.begin());
        if (first != end) spans.push_back({begin, std::min(static_cast<std::uint32_t>(end - encoding.pieces.begin()), begin + most)});
    }
    return spans.empty() ? Vectors::Direction() : in_steps(encoder.vector(encoding, spans));
}

void Models::Parts::fill_contents(Reading& reading, const Encoding& encoding, ByteSpan part) const {
    for (std::size_t i = 0; i < reading.attributions.size(); ++i) {
        const std::vector<ByteSpan>& content = reading.attributions[i].content;
        if (content.front().begin >= part.begin && content.front().begin < part.end) reading.vectors.contents[i] = direction_of(encoding, content, kNone / 2);
    }
}

Encoding Models::Parts::encode_part(const Document& document, ByteSpan part, ByteSpan title, model::Encoder::Scratch& scratch) const {
    const auto within = [&](ByteSpan span) { return ByteSpan{std::max(span.begin, part.begin) - part.begin, std::min(span.end, part.end) - part.begin}; };
    std::vector<ByteSpan> leave_out;
    for (const ByteSpan span : document.furniture)
        if (overlap(span, part)) leave_out.push_back(within(span));
    Encoding encoding = encoder.encode({.text = slice(document.text, part), .title = overlap(title, part) ? within(title) : ByteSpan{}, .leave_out = leave_out}, scratch);
    for (ByteSpan& piece : encoding.pieces) {
        piece.begin += part.begin;
        piece.end += part.begin;
    }
    return encoding;
}

std::unique_ptr<model::Encoder::Scratch> Models::Parts::borrow() {
    const std::lock_guard lock(mutex_);
    if (idle_.empty()) return std::make_unique<model::Encoder::Scratch>(encoder);
    auto scratch = std::move(idle_.back());
    idle_.pop_back();
    return scratch;
}

void Models::Parts::give_back(std::unique_ptr<model::Encoder::Scratch> scratch) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(scratch));
}

}  // namespace firsthand
