// Lines that stand among an article's paragraphs and are none: by their words.
#pragma once

#include <cstdint>
#include <string_view>

namespace firsthand::read {

// How a line stands on its page.
struct LineSetting {
    std::uint32_t letters = 0, linked = 0;
    bool heading = false;
};

// "Also read: …", "Advertisement", "Sign up for our newsletter", "Photo: …", "Follow us on …", "© 2019 …"
// Bylines, dates and reading times above an article's first paragraph: "By Jo Falk", "4 May 2021, 10:15".
[[nodiscard]] bool is_headline_matter(std::string_view line, std::uint32_t letters);

// Headings behind which no article goes on: "Comments (12)", "Related stories", "About the author".
[[nodiscard]] bool opens_foot(std::string_view heading);

// Labels of lists of other articles: "More great stories", "Related:".
[[nodiscard]] bool opens_promo(std::string_view label);

// Of a line that is one link: it offers a subscription, an app, a product.
[[nodiscard]] bool sells(std::string_view line);

// Lines without a letter are furniture too, but for these: "___", "* * *". Between paragraphs they part what does not belong together.
[[nodiscard]] bool is_ornament(std::string_view line);
[[nodiscard]] bool is_furniture(std::string_view line, LineSetting setting);

}  // namespace firsthand::read
