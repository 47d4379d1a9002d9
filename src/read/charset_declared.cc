// The prescan of the HTML standard (13.2.3.2), as one pass over the tags of the head, and the XML declaration. It reads 16 KB
// where the standard reads 1: real pages put scripts first. Tested by charset_test.cc.
#include <algorithm>
#include <string>

#include "read/charset.h"

#include "base/ascii.h"

namespace firsthand::read {

namespace {

using base::lower;

constexpr std::size_t kPrescanBytes = 1U << 14U;
constexpr std::size_t kLongestTag = 1024;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f'; }

std::string fold(std::string_view words) {
    std::string folded(words);
    std::transform(folded.begin(), folded.end(), folded.begin(), lower);
    return folded;
}

bool opens(std::string_view at, std::string_view tag) {
    return at.size() > tag.size() && std::equal(tag.begin(), tag.end(), at.begin(), [](char a, char b) { return a == lower(b); });
}

struct Attribute {
    std::string name;                              // lower case; empty: the tag ends
    std::string_view value;
};

// The next attribute of a tag; takes it off.
Attribute take_attribute(std::string_view& tag) {
    while (!tag.empty() && (is_blank(tag.front()) || tag.front() == '/')) tag.remove_prefix(1);
    if (tag.empty() || tag.front() == '>' || tag.front() == '?') return {};
    std::size_t end = 0;
    while (end < tag.size() && !is_blank(tag[end]) && tag[end] != '=' && tag[end] != '>' && tag[end] != '/') ++end;
    Attribute attribute{fold(tag.substr(0, std::max<std::size_t>(end, 1))), {}};
    tag.remove_prefix(std::max<std::size_t>(end, 1));
    while (!tag.empty() && is_blank(tag.front())) tag.remove_prefix(1);
    if (!tag.starts_with('=')) return attribute;
    tag.remove_prefix(1);
    while (!tag.empty() && is_blank(tag.front())) tag.remove_prefix(1);
    if (tag.empty()) return attribute;
    if (tag.front() == '"' || tag.front() == '\'') {
        const std::size_t close = std::min(tag.find(tag.front(), 1), tag.size());
        attribute.value = tag.substr(1, close - 1);
        tag.remove_prefix(std::min(close + 1, tag.size()));
    } else {
        end = 0;
        while (end < tag.size() && !is_blank(tag[end]) && tag[end] != '>') ++end;
        attribute.value = tag.substr(0, end);
        tag.remove_prefix(end);
    }
    return attribute;
}

// "text/html; charset=koi8-r" -> its charset.
std::string_view find_in_content(std::string_view content) {
    const std::string folded = fold(content);
    for (std::size_t at = folded.find("charset"); at != std::string::npos; at = folded.find("charset", at)) {
        at += 7;
        while (at < content.size() && is_blank(content[at])) ++at;
        if (at >= content.size() || content[at] != '=') continue;
        std::string_view value = content.substr(at + 1);
        while (!value.empty() && is_blank(value.front())) value.remove_prefix(1);
        if (value.starts_with('"') || value.starts_with('\'')) return value.substr(1, std::min(value.find(value.front(), 1), value.size()) - 1);
        return value.substr(0, value.find_first_of("; \t\r\n"));
    }
    return {};
}

// The charset that a <meta …> tag names, from behind its name on.
std::string_view find_in_meta(std::string_view tag) {
    bool content_type = false;
    std::string_view charset, content;
    for (Attribute attribute = take_attribute(tag); !attribute.name.empty(); attribute = take_attribute(tag)) {
        if (attribute.name == "http-equiv") content_type = fold(attribute.value) == "content-type";
        if (attribute.name == "charset" && charset.empty()) charset = attribute.value;
        if (attribute.name == "content" && content.empty()) content = attribute.value;
    }
    if (!charset.empty()) return find_charset(charset);
    return content_type ? find_charset(find_in_content(content)) : std::string_view();
}

std::string_view find_in_declaration(std::string_view tag) {
    for (Attribute attribute = take_attribute(tag); !attribute.name.empty(); attribute = take_attribute(tag))
        if (attribute.name == "encoding") return find_charset(attribute.value);
    return {};
}

// What is declared inside the document cannot be UTF-16, or it would not have been read.
std::string_view readable(std::string_view charset) { return charset.starts_with("UTF-16") ? "UTF-8" : charset; }

}  // namespace

std::string_view find_declared_charset(std::string_view page) {
    page = page.substr(0, kPrescanBytes);
    for (std::size_t at = page.find('<'); at != std::string_view::npos; at = page.find('<', at + 1)) {
        const std::string_view here = page.substr(at);
        if (here.starts_with("<!--")) {
            const std::size_t end = page.find("-->", at + 2);
            if (end == std::string_view::npos) return {};
            at = end;
            continue;
        }
        std::string_view found;
        if (opens(here, "<meta") && (is_blank(here[5]) || here[5] == '/')) found = find_in_meta(here.substr(5, kLongestTag));
        if (opens(here, "<?xml") && is_blank(here[5])) found = find_in_declaration(here.substr(5, kLongestTag));
        if (!found.empty()) return readable(found);
    }
    return {};
}

}  // namespace firsthand::read
