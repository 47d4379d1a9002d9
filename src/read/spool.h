// Bytes that must be read again though their source cannot: kept in a file without a name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace firsthand::read {

// Lies in the folder for temporary files (TMPDIR, else /tmp), gone with this object.
class Spool {
  public:
    Spool() = default;
    Spool(const Spool&) = delete;
    Spool& operator=(const Spool&) = delete;
    ~Spool();
    // Where they begin now. -1: not kept, see problem(). One thread.
    [[nodiscard]] std::int64_t append(std::string_view bytes);
    [[nodiscard]] const std::string& problem() const { return problem_; }
    [[nodiscard]] int descriptor() const { return file_; }

  private:
    bool open();

    int file_ = -1;
    std::int64_t size_ = 0;
    std::string problem_;
};

// All `size` bytes from `begin` on into `out`. False: they are not there. From any thread.
[[nodiscard]] bool read_at(int descriptor, std::uint64_t begin, std::size_t size, char* out);

}  // namespace firsthand::read
