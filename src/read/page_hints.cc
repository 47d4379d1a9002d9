// Names are cut into words at signs and at capitals ("articleBody", "article__body"), and each word is looked up. Tested by
// page_hints_test.cc.
#include "read/page_hints.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace firsthand::read {

namespace {

// Further bits, for pairs of words that mean something only together.
constexpr Hints kText = 1U << 16U;                 // what holds text: article, story, post, entry
constexpr Hints kInside = 1U << 17U;               // what of it: body, content, text
constexpr Hints kFeed = 1U << 15U;                 // a post of a feed, whose names tell its topics ("tag-sponsors")
constexpr Hints kNext = 1U << 12U, kPrevious = 1U << 13U;
constexpr Hints kNews = 1U << 14U;                 // more of the same kind: posts, stories
constexpr Hints kRead = 1U << 18U, kMore = 1U << 19U, kMost = 1U << 20U, kSign = 1U << 21U, kUp = 1U << 22U, kLike = 1U << 23U, kAlso = 1U << 24U,
                kFrom = 1U << 25U, kAuthor = 1U << 26U, kTweet = 1U << 27U, kMedia = 1U << 28U, kEmbed = 1U << 29U, kPull = 1U << 30U, kQuote = 1U << 31U;

struct Word {
    std::string_view word;                         // a '*' behind it: anything may follow
    Hints hints;
};

constexpr auto kWords = std::to_array<Word>({
    {"ad", hint::weak}, {"addthis", hint::furniture}, {"addtoany", hint::furniture}, {"ads", hint::weak}, {"adslot", hint::furniture},
    {"adunit", hint::furniture}, {"advert*", hint::furniture}, {"affiliate*", hint::furniture}, {"also", kAlso}, {"article", kText},
    {"articlebody", hint::likely_body}, {"articlecontent", hint::likely_body}, {"articles", kNews}, {"author", kAuthor | hint::byline},
    {"authorbio", hint::byline}, {"authors", hint::byline}, {"banner", hint::weak}, {"bio", hint::byline}, {"blog", kText}, {"body", kInside},
    {"bodycopy", hint::likely_body}, {"bookmark*", hint::furniture}, {"bottomline", hint::furniture}, {"breadcrumb*", hint::furniture},
    {"byline*", hint::byline}, {"caption*", hint::caption}, {"carousel", hint::furniture}, {"colophon", hint::furniture}, {"comentario*", hint::comments},
    {"comment", hint::comments}, {"commentaire*", hint::comments}, {"commenter", hint::comments}, {"commenters", hint::comments},
    {"commentform", hint::comments}, {"commenting", hint::comments}, {"commentlist", hint::comments}, {"comments", hint::comments},
    {"consent*", hint::furniture | hint::consent}, {"content", kInside}, {"cookie*", hint::furniture | hint::consent}, {"copy", kInside},
    {"copyright*", hint::furniture}, {"credit", hint::caption}, {"credits", hint::caption}, {"cta", hint::furniture}, {"date", hint::byline},
    {"dates", hint::byline}, {"datestamp", hint::byline}, {"datetime", hint::byline}, {"deck", hint::summary}, {"dek", hint::summary}, {"dfp", hint::weak},
    {"disclaimer*", hint::furniture}, {"discussion", hint::comments}, {"disqus*", hint::comments}, {"donat*", hint::furniture}, {"embed", kEmbed},
    {"entry", kText}, {"facebook", hint::furniture}, {"feedback", hint::furniture}, {"foot", hint::weak}, {"footer*", hint::furniture}, {"from", kFrom},
    {"gallery", hint::weak}, {"gdpr*", hint::furniture | hint::consent}, {"hentry", kFeed}, {"image*", hint::weak}, {"img", hint::weak},
    {"instagram", kTweet}, {"kommentar*", hint::comments}, {"lightbox", hint::weak}, {"like", kLike}, {"login", hint::furniture}, {"media", kMedia},
    {"menu*", hint::furniture}, {"meta", hint::weak}, {"metadata", hint::byline}, {"modal", hint::furniture | hint::consent}, {"more", kMore},
    {"most", kMost}, {"nav", hint::furniture}, {"navbar*", hint::furniture}, {"navigation*", hint::furniture}, {"news", kNews},
    {"newsletter*", hint::furniture}, {"next", kNext}, {"nextprev", hint::furniture}, {"outbrain*", hint::furniture},
    {"overlay", hint::furniture | hint::consent}, {"pager", hint::furniture}, {"pagination*", hint::furniture}, {"partner*", hint::weak},
    {"photo*", hint::weak}, {"picture*", hint::weak}, {"popular*", hint::furniture}, {"popup*", hint::furniture | hint::consent}, {"post", kText},
    {"postbody", hint::likely_body}, {"postcontent", hint::likely_body}, {"posts", kNews}, {"posttext", hint::likely_body}, {"prev", kPrevious},
    {"previous", kPrevious}, {"prevnext", hint::furniture}, {"privacy", hint::furniture}, {"promo*", hint::furniture}, {"pubdate", hint::byline},
    {"publishdate", hint::byline}, {"publishdatetime", hint::byline}, {"published", hint::byline}, {"pull", kPull}, {"pullquote*", hint::pull_quote},
    {"quote", kQuote}, {"rating*", hint::furniture}, {"reacties", hint::comments}, {"read", kRead}, {"readmore", hint::furniture},
    {"recirc*", hint::furniture}, {"recommend*", hint::furniture}, {"related*", hint::furniture}, {"replies", hint::comments}, {"respond", hint::comments},
    {"share", hint::furniture}, {"shareaholic", hint::furniture}, {"sharebar", hint::furniture}, {"sharebuttons", hint::furniture},
    {"sharelinks", hint::furniture}, {"sharer", hint::furniture}, {"shares", hint::furniture}, {"sharethis", hint::furniture},
    {"sharetools", hint::furniture}, {"sharing", hint::furniture}, {"sidebar*", hint::furniture}, {"sidenav", hint::furniture}, {"sign", kSign},
    {"signup", hint::furniture}, {"skyscraper", hint::furniture}, {"slideshow*", hint::weak}, {"social*", hint::weak}, {"sponsor*", hint::weak},
    {"standfirst", hint::summary}, {"stories", kNews}, {"story", kText}, {"storybody", hint::likely_body}, {"storycontent", hint::likely_body},
    {"storytext", hint::likely_body}, {"subheadline", hint::summary}, {"subscri*", hint::furniture}, {"subtitle", hint::summary}, {"summary", hint::summary},
    {"taboola*", hint::furniture}, {"tag", hint::weak}, {"tagcloud", hint::furniture}, {"taglist", hint::furniture}, {"tags", hint::weak},
    {"teaser*", hint::weak}, {"text", kInside}, {"timestamp*", hint::byline}, {"toolbar*", hint::furniture}, {"trending", hint::furniture},
    {"tweet", kTweet}, {"twitter", kTweet}, {"up", kUp}, {"video*", hint::weak}, {"widget*", hint::weak},
});
static_assert(std::is_sorted(kWords.begin(), kWords.end(), [](const Word& a, const Word& b) { return a.word < b.word; }));

// Where the words of each first letter begin.
constexpr auto make_starts() {
    std::array<std::uint16_t, 27> starts{};
    for (std::size_t letter = 0; letter < starts.size(); ++letter)
        for (const Word& word : kWords) starts[letter] = static_cast<std::uint16_t>(starts[letter] + (word.word[0] < static_cast<char>('a' + letter) ? 1 : 0));
    return starts;
}
constexpr auto kStarts = make_starts();

Hints look_up(std::string_view word) {
    const auto letter = static_cast<std::size_t>(word[0] - 'a');
    for (std::size_t i = kStarts[letter]; i < kStarts[letter + 1]; ++i) {
        const std::string_view known = kWords[i].word;
        if (known.back() == '*' ? word.starts_with(known.substr(0, known.size() - 1)) : word == known) return kWords[i].hints;
    }
    return 0;
}

constexpr std::size_t kLongestName = 512;          // bytes of a class attribute that are looked at
constexpr std::size_t kLongestWord = 24;

// All words of one attribute's value.
Hints read_words(std::string_view value) {
    Hints found = 0;
    std::array<char, kLongestWord> word{};
    std::size_t size = 0;
    char before = ' ';
    const auto finish = [&] {
        if (size > 1) found |= look_up({word.data(), size});
        size = 0;
    };
    for (const char c : value.substr(0, kLongestName)) {
        const bool capital = c >= 'A' && c <= 'Z', small = c >= 'a' && c <= 'z';
        if (!capital && !small) {
            finish();
        } else {
            if (capital && before >= 'a' && before <= 'z') finish();
            if (size < word.size()) word[size++] = capital ? static_cast<char>(c + 32) : c;
        }
        before = c;
    }
    finish();
    return found;
}

constexpr bool has(Hints found, Hints all) { return (found & all) == all; }

// What pairs of words mean.
Hints join_pairs(Hints found) {
    if (has(found, kText | kInside)) found |= hint::likely_body;
    if (has(found, kRead | kMore) || has(found, kNext | kPrevious) || has(found, kMost | kRead) || has(found, kMore | kNews) || has(found, kMost | kNews) || has(found, kMore | kFrom) || has(found, kSign | kUp) || has(found, kAlso | kLike)) found |= hint::furniture;
    if (has(found, kPull | kQuote)) found |= hint::pull_quote;
    if (has(found, kFeed)) return found & hint::likely_body;
    return found & 0xFFFU;
}

bool is_post(std::string_view names) {
    constexpr auto kPosts = std::to_array<std::string_view>({"twitter-tweet", "twitter-video", "instagram-media", "fb-post", "fb-video", "fb-xfbml-parse-ignore",
        "bluesky-embed", "mastodon-embed", "tiktok-embed", "text-post-media", "reddit-embed", "reddit-card"});
    return std::any_of(kPosts.begin(), kPosts.end(), [&](std::string_view post) { return names.find(post) != std::string_view::npos; });
}

Hints read_style(std::string_view style) {
    const auto none = style.find("display");
    if (none != std::string_view::npos && style.find("none", none) != std::string_view::npos) return hint::hidden;
    const auto visible = style.find("visibility");
    return visible != std::string_view::npos && style.find("hidden", visible) != std::string_view::npos ? hint::hidden : 0;
}

Hints read_role(std::string_view role) {
    for (const std::string_view name : {"navigation", "complementary", "banner", "contentinfo", "search", "menu", "menubar", "toolbar", "dialog", "alertdialog", "button", "tablist"})
        if (role == name) return name.ends_with("dialog") ? hint::furniture | hint::consent : hint::furniture;
    return 0;
}

}  // namespace

Hints read_hints(const Html& page, NodeId node) {
    const std::string_view names = page.attribute(node, "class"), id = page.attribute(node, "id");
    Hints found = 0;
    if (!names.empty()) {
        found |= join_pairs(read_words(names));
        if (page.nodes()[node].tag == Tag::blockquote && is_post(names)) found = hint::post;
    }
    if (!id.empty()) found |= join_pairs(read_words(id));
    if (const auto role = page.attribute(node, "role"); !role.empty()) found |= read_role(role);
    if (const auto itemprop = page.attribute(node, "itemprop"); !itemprop.empty()) {
        if (itemprop.find("articleBody") != std::string_view::npos) found |= hint::body;
        else if (itemprop.find("author") != std::string_view::npos || itemprop.find("date") != std::string_view::npos) found |= hint::byline;
        else if (itemprop.find("caption") != std::string_view::npos) found |= hint::caption;
        else if (itemprop == "description") found |= hint::summary;
        else if (itemprop.find("comment") != std::string_view::npos) found |= hint::comments;
    }
    for (const std::string_view name : {"data-component", "data-testid"})
        if (const auto value = page.attribute(node, name); !value.empty()) found |= join_pairs(read_words(value));
    if (page.attribute(node, "name") == "articleBody") found |= hint::body;
    if (page.has_attribute(node, "hidden") || read_style(page.attribute(node, "style")) != 0) found |= hint::hidden;
    return found;
}

}  // namespace firsthand::read
