// Collected from the ends and seams of English news pages, 2012 to 2021. Three tables: whole lines, beginnings, endings; then
// a few shapes. Lines are compared in lower case, with straight apostrophes, without the marks around them.
// Tested by furniture_test.cc.
#include "lexicon/furniture.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"

namespace firsthand::lexicon {

namespace {

constexpr std::size_t kLongestLine = 200;          // bytes; a paragraph is no furniture

// Heads of lists of other articles. They are furniture lines, too.
constexpr auto kHeadings = std::to_array<std::string_view>({
    "you might also like", "you may also like", "you might also enjoy", "you may also be interested in", "you might be interested in", "related",
    "related articles",
    "related stories", "related content", "related coverage", "related topics", "related links", "related posts", "related news", "related reading",
    "recommended",
    "recommended for you", "recommended stories", "recommended reading", "more on this", "more on this story", "more on this topic", "more stories",
    "more news",
    "more from this author", "read next", "what to read next", "up next", "don't miss", "most read", "most popular", "most viewed", "most shared",
    "trending",
    "trending now", "trending stories", "popular stories", "popular now", "top stories", "latest stories", "editor's picks", "editors' picks",
    "from our partners",
    "from around the web", "promoted stories", "promoted content", "sponsored content", "sponsored stories", "sponsored links", "read these next",
});

constexpr auto kLines = std::to_array<std::string_view>({
    "advertisement", "advertisement advertisement", "advertisements", "advert", "ad", "ads", "ad feedback", "sponsored", "promoted",
    "skip advertisement",
    "report this ad", "story continues", "story continues below", "story continued below", "story continues below advertisement",
    "article continues below",
    "article continues below advertisement", "article continues after advertisement", "continue reading below", "continue reading",
    "continue reading the main story",
    "advertisement continue reading the main story", "continue reading main story", "scroll to continue", "scroll down to continue reading",
    "read more", "read also",
    "read full article", "read the full story", "see more", "show more", "load more", "view more", "share", "share this", "share this article",
    "share this story",
    "share this page", "share this post", "share on facebook", "share on twitter", "share via email", "share tweet", "share tweet post email",
    "tweet", "tweet this", "email",
    "email this article", "print", "print this article", "whatsapp", "copy link", "link copied", "save article", "comments", "comment",
    "leave a comment", "view comments",
    "show comments", "post a comment", "join the conversation", "loading", "close", "video", "photo", "photos", "image", "slideshow", "gallery",
    "view gallery",
    "toggle caption", "hide caption", "[pullquote]", "pullquote", "[break]", "subscribe", "subscribe now", "subscribe today", "sign up",
    "sign up now", "sign up here",
    "sign in", "log in", "newsletter", "newsletter sign-up", "newsletter signup", "our newsletters", "back to top", "thank you for subscribing",
    "thanks for signing up",
    "all rights reserved", "follow us", "getty images", "shutterstock", "view on instagram", "view this post on instagram", "accept cookies",
    "cookie settings",
    "manage cookies", "privacy policy", "terms of service", "terms of use", "get the app", "download the app", "this story has been shared",
    "watch live",
});

struct Beginning {
    std::string_view words;
    std::size_t longest;                           // bytes that the line may have
};

constexpr auto kBeginnings = std::to_array<Beginning>({
    {"sign up for our ", 160}, {"sign up for the ", 120}, {"sign up for daily ", 120}, {"sign up to our ", 160}, {"sign up to receive ", 160},
    {"sign up here", 120},
    {"sign up for free", 120}, {"sign up for more", 120}, {"subscribe to our ", 160}, {"subscribe to the newsletter", 160}, {"subscribe now", 120},
    {"get our newsletter", 160},
    {"get our top ", 120}, {"get the latest news delivered", 160}, {"join our newsletter", 160}, {"click here to ", 160}, {"click here for ", 160},
    {"click to get ", 100},
    {"click for more", 100}, {"tap here to ", 160}, {"download our app", 120}, {"download the app", 120}, {"get the app", 120},
    {"follow us on ", 120}, {"follow @", 100},
    {"like us on facebook", 120}, {"find us on facebook", 120}, {"join us on facebook", 120}, {"share this:", 120}, {"share this article", 80},
    {"share this story", 80},
    {"read more:", 200}, {"read more at ", 120}, {"read more about ", 120}, {"read more from ", 120}, {"read also:", 200}, {"also read:", 200},
    {"see also:", 200},
    {"see more:", 200}, {"related:", 200}, {"related story:", 200}, {"related article:", 200}, {"recommended:", 200}, {"more:", 200},
    {"don't miss:", 200},
    {"you might also like:", 200}, {"you may also like:", 200}, {"photo:", 160}, {"photos:", 160}, {"( photos:", 160}, {"photo by ", 100},
    {"photo credit", 120},
    {"photo courtesy", 120}, {"photograph:", 160}, {"picture:", 160}, {"pictures:", 160}, {"image:", 160}, {"image credit", 120},
    {"image copyright ", 100},
    {"image source", 100}, {"image caption", 200}, {"media caption", 200}, {"media playback is ", 120}, {"credit:", 80},
    {"enlarge this image", 200}, {"slideshow (", 60},
    {"gallery:", 160}, {"in pictures:", 160}, {"video:", 160}, {"watch:", 160}, {"listen:", 160}, {"we use cookies", 200},
    {"this site uses cookies", 200},
    {"this website uses cookies", 200}, {"our site uses cookies", 200}, {"by clicking ", 160}, {"by continuing to use ", 200},
    {"by continuing to browse ", 200},
    {"by signing up", 200}, {"by subscribing", 200}, {"you must be logged in", 120}, {"please log in to ", 120}, {"please enable javascript", 160},
    {"this article is more than ", 60}, {"advertisement:", 120}, {"advertisement ", 80},
});

// A caption's last part: "Mara Quill | Instagram".
constexpr auto kPictureSources = std::to_array<std::string_view>({
    "instagram", "twitter", "facebook", "youtube", "tiktok", "getty", "getty images", "ap", "ap photo", "reuters", "afp", "afp via getty images",
    "shutterstock", "splash news",
    "backgrid", "alamy", "wireimage", "pa", "pa images", "epa", "file photo", "handout",
});

bool is_one_of(std::string_view words, auto& table) { return std::find(table.begin(), table.end(), words) != table.end(); }

std::string_view strip(std::string_view words) {
    constexpr std::string_view kMarks = " \t:.!>*-";
    const auto begin = words.find_first_not_of(kMarks);
    if (begin == std::string_view::npos) return {};
    words = words.substr(begin, words.find_last_not_of(kMarks) - begin + 1);
    for (const std::string_view mark : {"\xE2\x80\xA6", "\xC2\xBB", "\xE2\x86\x92"})      // … » →
        if (words.ends_with(mark)) return strip(words.substr(0, words.size() - mark.size()));
    return words;
}

// "© 2019 The Daily Invention. All rights reserved." But one that names an agency is a credit.
bool is_copyright(std::string_view line) {
    const bool copyright = line.starts_with("copyright ") || line.starts_with("\xC2\xA9") || line.starts_with("(c) 20") ||
        line.ends_with("all rights reserved");
    if (!copyright || line.size() > 160) return false;
    for (const std::string_view agency : {"associated press", "(ap)", " ap ", "reuters", "afp", "agence france", "press association", "upi",
        "bloomberg", "tass", "xinhua"})
        if (line.find(agency) != std::string_view::npos) return false;
    return line.find("20") != std::string_view::npos || line.find("19") != std::string_view::npos || line.ends_with("all rights reserved");
}

// "Mara Quill | Instagram", "(Jon Dell/Reuters)", "Mara Quill at the gala. Getty Images"
bool is_picture_credit(std::string_view line) {
    constexpr std::size_t kLongestCaption = 100;
    if (line.size() > kLongestCaption) return false;
    if (const auto bar = line.rfind(" | "); bar != std::string_view::npos && is_one_of(strip(line.substr(bar + 3)), kPictureSources)) return true;
    if (line.starts_with("(") && line.ends_with(")") && line.find('/') != std::string_view::npos && line.find(". ") == std::string_view::npos) {
        const std::string_view inside = line.substr(1, line.size() - 2);
        return is_one_of(strip(inside.substr(inside.rfind('/') + 1)), kPictureSources) || inside.starts_with("ap photo");
    }
    return line.ends_with("/getty images") || line.ends_with("via getty images") || line.starts_with("ap photo/") || line.starts_with("ap photo by");
}

// "Follow Kevin on Twitter"
bool is_follow_line(std::string_view line) {
    if (!line.starts_with("follow ") || line.size() > 100 || line.find(", ") != std::string_view::npos) return false;
    return line.find(" on twitter") != std::string_view::npos || line.find(" on facebook") != std::string_view::npos ||
        line.find(" on instagram") != std::string_view::npos;
}

}  // namespace

bool is_furniture_line(std::string_view line) {
    if (line.empty() || line.size() > kLongestLine) return false;
    const std::string folded = base::fold(line);
    const std::string_view words = strip(folded);
    if (words.empty()) return false;
    if (is_one_of(words, kHeadings) || is_one_of(words, kLines)) return true;
    const auto begins = [&](const Beginning& row) { return words.size() <= row.longest && folded.starts_with(row.words); };
    return std::any_of(kBeginnings.begin(), kBeginnings.end(), begins) || is_copyright(words) || is_picture_credit(folded) || is_follow_line(words);
}

bool is_furniture_heading(std::string_view line) {
    constexpr std::size_t kLongestHeading = 60;
    if (line.empty() || line.size() > kLongestHeading) return false;
    const std::string folded = base::fold(line);
    return is_one_of(strip(folded), kHeadings);
}

std::size_t find_furniture_tail(std::string_view line) {
    // Capitals as pages write them, so that "…, which you might also like" stays.
    constexpr auto kTails = std::to_array<std::string_view>({
        "You Might Also Like", "You May Also Like", "You might also like", "You may also like", "Related Articles", "Related Stories",
        "Related Content", "Recommended Stories",
        "Read More", "Read Next", "Continue Reading", "Advertisement", "ADVERTISEMENT", "Story Continues Below", "Share This Article",
        "Share this article", "Share this story",
        "Sign up for our newsletter", "Sign Up for Our Newsletter", "Subscribe to our newsletter", "Click here to subscribe", "Most Popular",
        "Most Read", "Trending Now",
    });
    for (const std::string_view tail : kTails) {
        std::size_t size = tail.size();
        if (line.ends_with(".") || line.ends_with(":")) ++size;
        if (line.size() <= size || line.substr(line.size() - size, tail.size()) != tail) continue;
        std::string_view before = line.substr(0, line.size() - size);
        while (before.ends_with(' ')) before.remove_suffix(1);
        for (const std::string_view end : {".", "!", "?", "\"", "\xE2\x80\x9D", ")", "\xE2\x80\x99"})   // a sentence ends before it
            if (before.ends_with(end)) return size;
    }
    return 0;
}

}  // namespace firsthand::lexicon
