// A file's bytes in memory, read only, shared with the system's cache.
#pragma once

#include <string>
#include <string_view>

#include "firsthand/error.h"

namespace firsthand::model {

class MappedFile {
  public:
    [[nodiscard]] static Result<MappedFile> open(const std::string& path);
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();
    [[nodiscard]] std::string_view bytes() const { return bytes_; }

    // Gives back the memory of the pages that lie wholly inside `part`; they are read again when they are asked for.
    void release(std::string_view part) const;

  private:
    explicit MappedFile(std::string_view bytes) : bytes_(bytes) {}
    std::string_view bytes_;
};

}  // namespace firsthand::model
