// Bytes -> characters -> tree -> metadata and text -> Document. Tested by page_test.cc.
#include "read/page.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "read/charset.h"
#include "read/mend.h"
#include "read/notes.h"

namespace firsthand::read {

namespace {

using base::lower;

bool starts_folded(std::string_view head, std::string_view word) {
    return head.size() >= word.size() && std::equal(word.begin(), word.end(), head.begin(), [](char want, char c) { return want == lower(c); });
}

std::string_view skip_blanks(std::string_view head) { return head.substr(std::min(head.find_first_not_of(" \t\r\n\f"), head.size())); }

// Behind comments and an XML declaration.
std::string_view skip_prologue(std::string_view words) {
    for (;;) {
        words = skip_blanks(words);
        const std::string_view end = words.starts_with("<!--") ? "-->" : words.starts_with("<?") ? "?>" : "";
        const auto at = end.empty() ? std::string_view::npos : words.find(end);
        if (at == std::string_view::npos) return words;
        words.remove_prefix(at + end.size());
    }
}

void mend(std::string& words) {
    repair_mojibake(words);
    drop_invisible(words);
}

}  // namespace

void mend(PageText& article) {
    std::string mended;
    std::size_t at = 0;
    const auto append_to = [&](std::size_t end) {
        std::string piece = article.text.substr(at, end - at);
        mend(piece);
        mended += piece;
        at = end;
        return static_cast<std::uint32_t>(mended.size());
    };
    for (Hyperlink& link : article.links) {
        link.span.begin = append_to(link.span.begin);
        link.span.end = append_to(link.span.end);
    }
    append_to(article.text.size());
    article.text = std::move(mended);
}

bool is_web_page(std::string_view head) {
    const std::string_view words = skip_prologue(head);
    for (const std::string_view start : {"<!doctype html", "<html", "<head", "<body"})
        if (starts_folded(words, start)) return true;
    // Pages that begin in the middle: an element of HTML, and one that ends somewhere.
    constexpr auto kElements = std::to_array<std::string_view>(
        {"article", "base", "center", "div", "h1", "h2", "link", "main", "meta", "p", "script", "section", "span", "style", "table", "title"});
    if (!words.starts_with('<')) return false;
    std::string name;
    for (const char c : words.substr(1, 12)) {
        if (c == ' ' || c == '>' || c == '\n' || c == '\r' || c == '\t') break;
        name.push_back(lower(c));
    }
    return std::binary_search(kElements.begin(), kElements.end(), name) && words.find("</") != std::string_view::npos;
}

Item make_page(std::string bytes) {
    Page page;
    page.bytes = std::move(bytes);
    return page;
}

Completed read_page(Page page, const Deadline& deadline) {
    Decoded decoded = decode_page(page.bytes, page.charset);
    page.bytes.clear();
    const auto html = Html::parse(decoded.text, {.deadline = deadline});
    if (!html) return Skipped{std::move(page.path), html.error().message};
    PageMetadata metadata = find_metadata(*html, page.url);
    if (deadline.passed()) return Skipped{std::move(page.path), deadline.say_passed()};
    PageText article = find_article(*html, metadata);
    mend(article);
    for (std::string* field : {&metadata.title, &metadata.outlet, &metadata.author}) mend(*field);
    if (article.text.empty()) return Skipped{std::move(page.path), "no article text on this page"};
    Document document;
    document.path = std::move(page.path);
    document.extracted = true;
    document.title = std::move(metadata.title);
    document.url = std::move(metadata.url);
    document.outlet = std::move(metadata.outlet);
    document.author = std::move(metadata.author);
    document.published = std::move(metadata.published);
    document.updated = std::move(metadata.updated);
    document.genre = metadata.genre;
    document.text = std::move(article.text);
    document.links = std::move(article.links);
    document.notes = std::move(page.notes);
    if (decoded.charset != "UTF-8") add_note(document, say_charset(decoded.charset));
    if (decoded.replaced) add_note(document, kReplaced);
    if (metadata.partial) add_note(document, kTruncated);
    return document;
}

}  // namespace firsthand::read
