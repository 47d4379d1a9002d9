// Formulas that outlets around the world repeat under and between paragraphs. Each row is bound to a length, so that a sentence
// which only begins like one stays. Tested by page_furniture_test.cc.
#include "read/page_furniture.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "base/utf8.h"

namespace firsthand::read {

namespace {

enum class When : std::uint8_t {
    whole,                                         // nothing but the formula, a colon or dots
    line,                                          // begins with it, and is no longer than a line
    link,                                          // begins with it, and leads somewhere
    paragraph,                                     // begins with it, whatever follows
    label,                                         // begins with it, and is no sentence
};

struct Formula {
    std::string_view start;                        // folded
    When when;
};

constexpr auto kFormulas = std::to_array<Formula>({
    {"(leggi anche", When::paragraph}, {"(photo", When::line}, {"(read also", When::line}, {"(read more", When::line}, {"(image", When::line},
    {"\u00A9", When::line}, {"ad", When::whole}, {"ad feedback", When::line}, {"advert", When::whole}, {"advertisement", When::line}, {"advertising", When::whole},
    {"advertorial", When::whole}, {"all rights reserved", When::line}, {"also read", When::line}, {"also see", When::link}, {"also watch", When::link},
    {"anzeige", When::whole}, {"article continues below", When::line}, {"bookmark", When::whole}, {"click here for more", When::line}, {"click here to get", When::line},
    {"click here to read", When::line}, {"click here to sign", When::line}, {"click here to sub", When::line}, {"click to", When::link}, {"close", When::whole},
    {"comment", When::whole}, {"comments", When::whole}, {"continue reading", When::line}, {"copyright", When::line}, {"cover image", When::label}, {"cover photo", When::label}, {"credit:", When::line},
    {"download our app", When::line}, {"download the app", When::line}, {"don't miss", When::whole}, {"don't miss:", When::link}, {"filed under", When::line},
    {"follow us", When::line}, {"follow me", When::line}, {"follow ", When::link}, {"for more", When::link}, {"get breaking news", When::line}, {"get the latest", When::line},
    {"explore further", When::whole}, {"getty images", When::line}, {"have a tip", When::line}, {"image:", When::line}, {"image credit", When::line}, {"image source", When::line},
    {"join our", When::line}, {"join the conversation", When::line}, {"jump to", When::link}, {"leave a comment", When::line}, {"lea tambien", When::line}, {"lea tambi\u00E9n", When::line},
    {"leggi anche", When::line}, {"leia tamb\u00E9m", When::line}, {"lees ook", When::line}, {"lesen sie auch", When::line}, {"like this story", When::line},
    {"like us on", When::line}, {"lire aussi", When::line}, {"listen to this article", When::line}, {"load more", When::line}, {"loading", When::whole}, {"log in", When::line},
    {"main image", When::label}, {"mehr zum thema", When::line}, {"more", When::whole}, {"more:", When::link}, {"more from", When::line}, {"more on this story", When::line}, {"more like this", When::line},
    {"more news", When::whole}, {"more stories", When::line}, {"more on:", When::line}, {"most popular", When::line}, {"most read", When::line}, {"newsletter", When::whole}, {"next article", When::line}, {"next story", When::line},
    {"foto:", When::line}, {"\u0444\u043E\u0442\u043E:", When::line}, {"photo:", When::line}, {"photo by", When::line}, {"photo credit", When::line}, {"photograph:", When::line}, {"photos:", When::line}, {"picture:", When::line},
    {"pictured:", When::line}, {"play video", When::line}, {"popular now", When::line}, {"popular stories", When::line}, {"previous article", When::line}, {"print", When::whole}, {"privacy policy", When::line},
    {"reach the reporter", When::line}, {"reading time", When::line}, {"tempo de leitura", When::line}, {"tiempo de lectura", When::line}, {"lesezeit", When::line}, {"temps de lecture", When::line}, {"read also", When::line}, {"read full", When::link}, {"read more", When::line}, {"read next", When::line}, {"read our", When::link}, {"read the full", When::link}, {"read:", When::link}, {"recommended", When::whole},
    {"recommended for you", When::line}, {"recommended stories", When::line}, {"recommended reading", When::line}, {"related", When::whole}, {"related:", When::line}, {"related articles", When::line}, {"related content", When::line}, {"related coverage", When::line},
    {"related news", When::line}, {"related posts", When::line}, {"related roundup", When::line}, {"related story", When::line}, {"related stories", When::line},
    {"related topics", When::line}, {"related video", When::line}, {"report an error", When::line}, {"save", When::whole}, {"scroll down", When::line}, {"see also", When::line}, {"see more", When::line}, {"share", When::whole},
    {"share on", When::line}, {"share this", When::line}, {"share your", When::line}, {"sign in", When::line}, {"sign up", When::line}, {"skip to", When::line},
    {"sponsored", When::whole}, {"story continues", When::line}, {"story from", When::link}, {"subscribe", When::line}, {"tag:", When::line}, {"tags:", When::line}, {"tags", When::whole}, {"terms of", When::line},
    {"text size", When::line}, {"this document is subject to copyright", When::paragraph}, {"this slideshow requires", When::line}, {"topics:", When::line}, {"trending", When::whole}, {"trending now", When::line}, {"tweet", When::whole}, {"updated at", When::line}, {"updated:", When::line}, {"last updated", When::line}, {"this website uses cookies", When::paragraph}, {"view comments", When::line}, {"view gallery", When::line},
    {"view more", When::line}, {"watch:", When::link}, {"watch live:", When::line}, {"watch more", When::line}, {"watch now", When::line}, {"watch the video", When::link}, {"you may also", When::line}, {"you might also", When::line}, {"\u0447\u0438\u0442\u0430\u0439\u0442\u0435 \u0442\u0430\u043A\u0436\u0435", When::line},
});

constexpr std::uint32_t kLongestLine = 160;        // letters
constexpr std::size_t kLongestFormula = 40;        // bytes

// What a content system left unread: "[button link="…"] Send us yours [/button]".
bool is_shortcode(std::string_view line) {
    if (!line.starts_with('[') || !line.ends_with(']')) return false;
    const auto name = std::find_if(line.begin() + 1, line.end(), [](char c) { return (c < 'a' || c > 'z') && c != '_' && c != '-'; }) - line.begin();
    if (name < 3) return false;
    const std::string_view word = line.substr(1, static_cast<std::size_t>(name) - 1);
    const std::string_view first = line.substr(0, line.find(']'));
    return line.ends_with("[/" + std::string(word) + "]") || (first.size() + 1 == line.size() && first.find('=') != std::string_view::npos);
}

bool is_citation(std::string_view head, std::string_view line) { return head.starts_with("citation:") && line.find(" retrieved ") != std::string_view::npos; }

// "2021" or "10:15", "4.5.".
bool has_date(std::string_view line) {
    const auto digit = [&](std::size_t at) { return at < line.size() && line[at] >= '0' && line[at] <= '9'; };
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (digit(i) && i + 1 < line.size() && std::string_view(":./").find(line[i + 1]) != std::string_view::npos && digit(i + 2)) return true;
        const std::string_view century = line.substr(i, 2);
        if ((century == "19" || century == "20") && (i == 0 || !digit(i - 1)) && digit(i + 2) && digit(i + 3) && !digit(i + 4)) return true;
    }
    return false;
}

// A letter or a digit: not only lines, stars, invisible characters.
bool has_word(std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
        const auto [point, size, valid] = base::decode(line, at);
        if (base::is_letter(point) || base::is_digit(point)) return true;
        at += size;
    }
    return false;
}

}  // namespace

bool is_ornament(std::string_view line) {
    return !line.empty() && line.find_first_not_of("_*-=~#. ") == std::string_view::npos;
}

bool is_furniture(std::string_view line, LineSetting setting) {
    if (!has_word(line) && !is_ornament(line)) return true;
    if (setting.letters > 2 * kLongestLine) return false;
    if (setting.letters <= kLongestLine && (line.find("\u00A9") != std::string_view::npos || line.find("\u24D2") != std::string_view::npos)) return true;
    const std::string head = base::fold(line.substr(0, 2 * kLongestFormula));
    if (is_shortcode(line) || is_citation(head, line)) return true;
    for (const Formula& formula : kFormulas) {
        if (!head.starts_with(formula.start)) continue;
        switch (formula.when) {
            case When::whole: {
                std::string_view rest = std::string_view(head).substr(formula.start.size());
                if (rest.find_first_not_of(" .:!?-|\n") == std::string_view::npos) return true;
                break;
            }
            case When::line:
                if (setting.letters <= kLongestLine) return true;
                break;
            case When::link:
                if (setting.linked * 3 >= setting.letters) return true;
                break;
            case When::paragraph: return true;
            case When::label:
                if (setting.letters <= kLongestLine && !line.ends_with('.')) return true;
                break;
        }
    }
    return false;
}

bool is_headline_matter(std::string_view line, std::uint32_t letters) {
    constexpr std::uint32_t kLongest = 60;
    if (letters > kLongest) return false;
    const std::string head = base::fold(line);
    for (const std::string_view by : {"by ", "von ", "par ", "por ", "di ", "door ", "text by ", "words by ", "written by ", "posted ", "published", "updated"})
        if (head.starts_with(by)) return true;
    const auto digits = std::count_if(head.begin(), head.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits >= 5 && has_date(head) && !head.ends_with('.') && digits * 6 >= static_cast<std::ptrdiff_t>(letters);
}

bool opens_promo(std::string_view label) {
    constexpr std::size_t kLongest = 60;           // bytes
    if (label.size() > kLongest) return false;
    const std::string words = base::fold(label);
    constexpr auto kStarts = std::to_array<std::string_view>({"more from", "more on", "more news", "more stories", "more like", "related", "read next", "read more", "read also", "also read", "up next", "what to read next", "recommended", "you may also", "you might also", "most read", "most popular"});
    if (words == "more" || words == "more:" || std::any_of(kStarts.begin(), kStarts.end(), [&](std::string_view start) { return words.starts_with(start); })) return true;
    return words.starts_with("more ") && (words.ends_with(" stories") || words.ends_with(" articles") || words.ends_with(" news") || words.ends_with(" posts"));
}

bool sells(std::string_view line) {
    const std::string words = base::fold(line);
    constexpr auto kWords = std::to_array<std::string_view>({"subscri", "sign up", "sign-up", "buy now", "order now", "shop now", "download", "newsletter", "$", "\u00A3", "\u20AC"});
    return std::any_of(kWords.begin(), kWords.end(), [&](std::string_view word) { return words.find(word) != std::string::npos; });
}

bool opens_foot(std::string_view heading) {
    constexpr std::size_t kLongest = 60;           // bytes
    if (heading.size() > kLongest) return false;
    std::string words = base::fold(heading);
    words.erase(0, std::min(words.find_first_not_of("0123456789 ("), words.size()));
    constexpr auto kFeet = std::to_array<std::string_view>({"about the author", "about the writer", "author bio", "comment", "discussion", "join the conversation", "join the discussion",
        "latest news", "latest stories", "leave a comment", "leave a reply", "more from", "more in ", "more news", "more stories", "most popular", "most read", "most viewed", "popular posts", "post a comment", "post navigation", "readers' comments", "recent posts", "recommended", "related", "replies", "responses", "thoughts on \u201C", "trending", "up next", "what to read next", "you may also", "you might also", "you might like", "you may like"});
    return std::any_of(kFeet.begin(), kFeet.end(), [&](std::string_view foot) { return words.starts_with(foot); });
}

}  // namespace firsthand::read
