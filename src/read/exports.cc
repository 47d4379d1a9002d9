// Webz.io (docs.webz.io, news API), Media Cloud before 2023 (api v2 stories), NewsAPI and GDELT need no more than their field
// names but for what stands here. Tested by exports_test.cc.
#include "read/exports.h"

#include <string>
#include <string_view>

namespace firsthand::read {

namespace {

// The site stands in the thread; a post that is not the first of its thread is a reader's comment; `updated` is their index.
void adapt_webz(dom::object object, Record& record) {
    dom::object thread;
    if (object.at_key("thread").get(thread) != simdjson::SUCCESS || object.at_key("ord_in_thread").error() != simdjson::SUCCESS) return;
    std::int64_t place = 0;
    if (object.at_key("ord_in_thread").get(place) == simdjson::SUCCESS && place > 0) {
        record.problem = "a reader's comment on an article (ord_in_thread " + std::to_string(place) + "), not an article";
        return;
    }
    record.updated.clear();
    for (const std::string_view key : {"site_full", "site"})
        if (const std::string_view site = find_words(thread, key); !site.empty()) record.keep({"site", Field::site, 5}, key, std::string(site));
    record.keep({"title", Field::title, 3}, "title", std::string(find_words(thread, "title")));
    record.keep({"url", Field::url, 3}, "url", std::string(find_words(thread, "url")));
    record.keep({"published", Field::published, 1}, "published", std::string(find_words(thread, "published")));
}

// The text may be given as sentences only, and Media Cloud's own finding of agency copy stands beside it.
void adapt_media_cloud(dom::object object, Record& record) {
    if (object.at_key("stories_id").error() != simdjson::SUCCESS && object.at_key("media_name").error() != simdjson::SUCCESS) return;
    record.kind = &kListedMediaCloud;
    bool agency = false;
    if (object.at_key("ap_syndicated").get(agency) == simdjson::SUCCESS && agency) record.notes.emplace_back("copy of the AP, says Media Cloud");
    dom::array sentences;
    if (!record.text.words.empty() || object.at_key("story_sentences").get(sentences) != simdjson::SUCCESS) return;
    std::string text;
    for (const dom::element one : sentences) {
        dom::object sentence;
        if (one.get(sentence) != simdjson::SUCCESS) continue;
        const std::string_view words = find_words(sentence, "sentence");
        if (words.empty()) continue;
        if (!text.empty()) text += ' ';
        text += words;
    }
    record.keep({"story_sentences", Field::text, 2}, "story_sentences", std::move(text));
}

void adapt_lists(dom::object object, Record& record) {
    if (object.at_key("seendate").error() == simdjson::SUCCESS) record.kind = &kListedGdelt;
    const std::string_view id = find_words(object, "id");
    if (id.starts_with("http://zotero.org/") || object.at_key("itemType").error() == simdjson::SUCCESS) record.kind = &kListedZotero;
}

}  // namespace

void adapt_record(dom::object object, Record& record) {
    adapt_ninjs(object, record);
    adapt_webz(object, record);
    adapt_media_cloud(object, record);
    adapt_lists(object, record);
}

}  // namespace firsthand::read
