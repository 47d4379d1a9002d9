// What stands in a feed as the text of an item: words of HTML, a whole article, or a teaser.
#pragma once

#include <string>
#include <string_view>

#include "read/page.h"

namespace firsthand::read {

// HTML, or plain text where there is no markup in it. What blog programs add at the end ("The post … appeared first on …")
// is left out; `linked_back` says that it was there.
struct FeedText {
    PageText page;
    bool linked_back = false;
};
[[nodiscard]] FeedText read_feed_text(std::string_view html);

// Characters as they are: paragraphs by line breaks.
[[nodiscard]] std::string join_plain(std::string_view text);

// A line of HTML, such as a title: tags taken out, entities resolved, blanks squeezed.
[[nodiscard]] std::string read_line(std::string_view html);

// "[…]", "Read more", "Continue reading …" at its end.
[[nodiscard]] bool ends_as_teaser(std::string_view text);

// As long as an article may be.
[[nodiscard]] bool is_long(std::string_view text);

// Is a description the whole article? By its length and its end.
[[nodiscard]] bool is_whole_article(const FeedText& description);

}  // namespace firsthand::read
