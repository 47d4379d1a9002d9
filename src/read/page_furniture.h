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
// Lines without a letter are furniture too, but for these: "___", "* * *". Between paragraphs they part what does not belong together.
[[nodiscard]] bool is_ornament(std::string_view line);
[[nodiscard]] bool is_furniture(std::string_view line, LineSetting setting);

}  // namespace firsthand::read
