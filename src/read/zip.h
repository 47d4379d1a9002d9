// A ZIP archive of anything that can be read: its members one after another, by name. Paths are "pages.zip/news/bridge.html".
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "read/formats.h"
#include "read/zip_archive.h"

namespace firsthand::read {

// Rows of the table of formats. A WACZ is a ZIP file too (wacz.h).
[[nodiscard]] bool is_zip(std::string_view head);
[[nodiscard]] std::unique_ptr<DocumentStream> open_zip(Opened opened);

// The elements of one member. Error: why it cannot be read.
[[nodiscard]] Result<std::unique_ptr<DocumentStream>> open_member(const ZipArchive& archive, const ZipMember& member, const Opened& opened);

// The path of a member as it may be shown; overlong names are cut.
[[nodiscard]] std::string show_member(const Opened& opened, const ZipMember& member);

}  // namespace firsthand::read
