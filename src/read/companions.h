// The folder that a browser saves beside a page, with its pictures, scripts and frames: no articles of their own.
#pragma once

#include <functional>
#include <string_view>

namespace firsthand::read {

// Whether a folder ("Bridge_files") belongs to a page beside it ("Bridge.html"). `exists` answers for names in the same place.
[[nodiscard]] bool belongs_to_page(std::string_view folder, const std::function<bool(std::string_view)>& exists);

// README, LICENSE and the like speak of the folder they lie in: no articles. Read only when they are named themselves.
[[nodiscard]] bool describes_folder(std::string_view name);

}  // namespace firsthand::read
