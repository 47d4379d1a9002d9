// The members of a ZIP file, by libzip. Nothing is ever written to disk: names matter only because they are shown.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "firsthand/error.h"
#include "read/bytes.h"

struct zip;

namespace firsthand::read {

inline constexpr std::uint64_t kMostMembers = 100'000;
inline constexpr std::size_t kMostNameBytes = 1024, kMostNameParts = 64;

// Whether a name has more bytes or parts than one is read for.
[[nodiscard]] bool is_overlong(std::string_view name);

struct ZipMember {
    std::string name;                              // UTF-8, with slashes; as the archive has it, so not to be shown as it is
    std::uint64_t index = 0;
    std::uint64_t packed = 0;                      // bytes in the archive
    std::string refusal;                           // why it is not opened; empty: it may be
};

class ZipArchive {
  public:
    // Reads the list of members from a descriptor, which it does not keep. Error: no such archive, or why it is refused.
    [[nodiscard]] static Result<ZipArchive> open(int descriptor);
    // Files only, sorted by name.
    [[nodiscard]] const std::vector<ZipMember>& members() const { return members_; }
    [[nodiscard]] const ZipMember* find(std::string_view name) const;
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }
    // The unpacked bytes of a member; the archive lives as long as they are read. All members together may unpack no further
    // than the ratio allows for the archive.
    [[nodiscard]] Result<std::unique_ptr<ByteSource>> read(const ZipMember& member, UnpackLimits limits) const;

  private:
    std::shared_ptr<zip> archive_;
    std::vector<ZipMember> members_;
    std::uint64_t bytes_ = 0;                      // of the file
    std::shared_ptr<std::uint64_t> unpacked_;      // of all members that were read
};

}  // namespace firsthand::read
