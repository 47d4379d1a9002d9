// ninjs, the IPTC's JSON for news: schemas 1.4, 1.6, 2.0 and 3.1 (iptc.org/std/ninjs). Version 1 has a member for each form
// of body ("body_text", "body_xhtml"), 2 and 3 have lists of them; 3 writes names in camel case. Tested by exports_test.cc.
#include <algorithm>
#include <string>
#include <string_view>

#include "read/exports.h"

namespace firsthand::read {

namespace {

// The member by either spelling: 2.x "contenttype", 3.x "contentType".
std::string_view find_either(dom::object object, std::string_view key, std::string_view camel) {
    const std::string_view words = find_words(object, key);
    return words.empty() ? find_words(object, camel) : words;
}

// The forms of one body. HTML knows where paragraphs end; but a summary in HTML is no substitute for the text.
struct Bodies {
    std::string_view html, plain;

    void add(std::string_view words, bool is_markup) {
        std::string_view& best = is_markup ? html : plain;
        if (words.size() > best.size()) best = words;
    }
    [[nodiscard]] std::string_view best() const { return html.size() >= plain.size() / 2 ? html : plain; }
};

Bodies find_bodies(dom::object object) {
    Bodies bodies;
    for (const auto [key, value] : object) {
        std::string_view words;
        if (key.starts_with("body_") && value.get(words) == simdjson::SUCCESS) bodies.add(words, key.find("html") != std::string_view::npos || is_html(words));
    }
    dom::array list;
    if (object.at_key("bodies").get(list) != simdjson::SUCCESS) return bodies;
    for (const dom::element one : list) {
        dom::object body;
        if (one.get(body) != simdjson::SUCCESS) continue;
        const std::string_view words = find_words(body, "value");
        bodies.add(words, find_either(body, "contenttype", "contentType").find("html") != std::string_view::npos || is_html(words));
    }
    return bodies;
}

// Of headlines[] the main one, else the first; in version 1 headline. "title" is a name for editors.
std::string find_headline(dom::object object) {
    dom::array list;
    if (object.at_key("headlines").get(list) != simdjson::SUCCESS) return say_rendered(find_words(object, "headline"));
    std::string first;
    for (const dom::element one : list) {
        dom::object headline;
        if (one.get(headline) != simdjson::SUCCESS) continue;
        const std::string_view words = find_words(headline, "value");
        if (find_words(headline, "role") == "main") return say_rendered(words);
        if (first.empty()) first = say_rendered(words);
    }
    return first;
}

}  // namespace

void adapt_ninjs(dom::object object, Record& record) {
    if (find_words(object, "uri").empty()) return;
    const std::string_view created = find_either(object, "versioncreated", "versionCreated");
    const std::string_view type = find_words(object, "type");
    const Bodies bodies = find_bodies(object);
    const std::string_view body = bodies.best();
    const bool ninjs = !body.empty() ? find_member(object, "bodies") || !created.empty() || record.text.words.empty()
                                     : !created.empty() && !type.empty();
    if (!ninjs) return;
    if (body.empty() && type != "text" && type != "composite") {
        record.problem = "a ninjs item of the type " + std::string(type.substr(0, 20)) + ": it holds no article text";
        return;
    }
    constexpr std::uint8_t kFirst = 0;             // these are sure
    if (!body.empty()) {
        record.text = {};
        record.keep({"body", Field::text, kFirst}, "body", std::string(body));
    }
    if (std::string headline = find_headline(object); !headline.empty()) {
        record.title = {};
        record.keep({"title", Field::title, kFirst}, "headline", std::move(headline));
    }
    if (const auto by = find_member(object, "by")) record.keep({"by", Field::author, 1}, "by", say_authors(*by));
    for (const std::string_view key : {"infosources", "infoSources", "infosource", "provider", "copyrightholder", "copyrightHolder"})
        if (const auto source = find_member(object, key)) record.keep({"outlet", Field::outlet, 3}, key, say_value(*source));
    // The day of the first version is when it was published; of several versions the last is an update.
    record.keep({"", Field::published, 0}, "firstcreated", std::string(find_either(object, "firstcreated", "firstCreated")));
    record.keep({"", Field::published, 1}, "contentcreated", std::string(find_either(object, "contentcreated", "contentCreated")));
    if (!record.published.empty()) record.keep({"", Field::updated, 1}, "versioncreated", std::string(created));
    record.keep({"", Field::published, 2}, "versioncreated", std::string(created));
}

}  // namespace firsthand::read
