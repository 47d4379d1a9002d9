// The names that a page gives its site -> the outlet.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace firsthand::read {

// A name that may be the outlet's, and how much its place says so.
struct SiteName {
    std::string name;
    int weight = 0;                                // 1..4
};

// How well a name goes with a host: 0 not at all, 1 its letters in order, 2 its words or their beginnings, 3 the same.
[[nodiscard]] int agree_with_host(std::string_view name, std::string_view host);

// The name that its places and the host agree on; empty when none is likely. Slogans behind marks are cut off.
[[nodiscard]] std::string choose_outlet(const std::vector<SiteName>& names, std::string_view host);

// Are these two ways to write one outlet?
[[nodiscard]] bool is_same_outlet(std::string_view a, std::string_view b);

// The pieces of "Title | Section - Site".
[[nodiscard]] std::vector<std::string_view> split_title(std::string_view title);

}  // namespace firsthand::read
