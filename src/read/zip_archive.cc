// Tested by zip_test.cc.
#include "read/zip_archive.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace firsthand::read {

namespace {

class MemberSource final : public ByteSource {
  public:
    MemberSource(std::shared_ptr<zip_t> archive, zip_file_t* file, std::uint64_t packed, UnpackLimits limits)
        : archive_(std::move(archive)), file_(file), packed_(packed), limits_(limits) {}
    MemberSource(const MemberSource&) = delete;
    MemberSource& operator=(const MemberSource&) = delete;
    ~MemberSource() override { zip_fclose(file_); }

    // All members of an archive add up in `total`, so that members that share their bytes are caught.
    void count_in(std::shared_ptr<std::uint64_t> total, std::uint64_t archive_bytes) {
        total_ = std::move(total);
        archive_bytes_ = archive_bytes;
    }

    std::size_t read(char* out, std::size_t size) override {
        if (!problem_.empty()) return 0;
        // In small steps: a bomb must not overshoot so far that it uses up what the other members may unpack.
        constexpr std::size_t kStep = 1U << 14U;
        const zip_int64_t got = zip_fread(file_, out, std::min(size, kStep));
        if (got < 0) {
            problem_ = "damaged in its archive";
            return 0;
        }
        unpacked_ += static_cast<std::uint64_t>(got);
        *total_ += static_cast<std::uint64_t>(got);
        if (is_over(unpacked_, packed_) || is_over(*total_, archive_bytes_)) {
            problem_ = "unpacks to more than " + std::to_string(limits_.ratio) + " times its size: it looks like a decompression bomb";
            is_bomb_ = true;
            return 0;
        }
        return static_cast<std::size_t>(got);
    }
    [[nodiscard]] std::uint64_t taken() const override { return 0; }

  private:
    [[nodiscard]] bool is_over(std::uint64_t out, std::uint64_t in) const { return out > limits_.ratio_bytes && out / limits_.ratio > in; }

    std::shared_ptr<zip_t> archive_;
    zip_file_t* file_;
    std::uint64_t packed_, unpacked_ = 0, archive_bytes_ = 0;
    UnpackLimits limits_;
    std::shared_ptr<std::uint64_t> total_;
};

// libzip holds the list of members in memory, and for hostile lists that is gigabytes: their number is looked up before, in
// the end record of ZIP64 (the plain one cannot say more than 65,535).
bool has_too_many(int descriptor, std::uint64_t size) {
    constexpr std::uint64_t kTail = (1U << 16U) + 128;
    std::string tail(std::min(size, kTail), '\0');
    if (::pread(descriptor, tail.data(), tail.size(), static_cast<off_t>(size - tail.size())) != static_cast<ssize_t>(tail.size())) return false;
    const auto number = [](const char* bytes) {
        std::uint64_t value = 0;
        for (int i = 7; i >= 0; --i) value = value << 8U | static_cast<unsigned char>(bytes[i]);
        return value;
    };
    constexpr std::size_t kLocatorBytes = 20, kCountAt = 32;
    std::array<char, 40> record{};
    for (std::size_t at = tail.find("PK\x06\x07"); at != std::string::npos && at + kLocatorBytes <= tail.size(); at = tail.find("PK\x06\x07", at + 1)) {
        const std::uint64_t offset = number(tail.data() + at + 8);
        if (offset > size || ::pread(descriptor, record.data(), record.size(), static_cast<off_t>(offset)) != static_cast<ssize_t>(record.size())) continue;
        if (std::memcmp(record.data(), "PK\x06\x06", 4) == 0 && number(record.data() + kCountAt) > kMostMembers) return true;
    }
    return false;
}

bool leads_out(std::string_view name) {
    if (name.starts_with('/') || (name.size() > 1 && name[1] == ':')) return true;
    while (!name.empty()) {
        const auto end = std::min(name.find('/'), name.size());
        if (name.substr(0, end) == "..") return true;
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return false;
}

bool is_link(zip_t* archive, zip_uint64_t index) {
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    constexpr zip_uint32_t kKind = 0170000, kLink = 0120000;
    return zip_file_get_external_attributes(archive, index, 0, &system, &attributes) == 0 && system == ZIP_OPSYS_UNIX && ((attributes >> 16U) & kKind) == kLink;
}

std::string find_refusal(zip_t* archive, const zip_stat_t& status, const std::string& name) {
    if (is_overlong(name)) return "its name is longer than 1 KB or has more than 64 parts: rename it";
    if (leads_out(name)) return "its name leads out of the archive";
    if (is_link(archive, status.index)) return "is a link, not a file";
    if ((status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE) return "encrypted: unpack it first, with its password";
    if ((status.valid & ZIP_STAT_COMP_METHOD) != 0 && zip_compression_method_supported(status.comp_method, 0) == 0)
        return "packed by a method that is not known here: unpack it first";
    return {};
}

}  // namespace

bool is_overlong(std::string_view name) {
    return name.size() > kMostNameBytes || static_cast<std::size_t>(std::count(name.begin(), name.end(), '/')) >= kMostNameParts;
}

Result<ZipArchive> ZipArchive::open(int descriptor) {
    struct stat status {};
    if (descriptor < 0 || ::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode))
        return Error{ErrorCode::input, "a ZIP archive cannot be read from a stream: save it as a file, or unpack it"};
    ZipArchive out;
    out.bytes_ = static_cast<std::uint64_t>(status.st_size);
    const Error too_many{ErrorCode::input, "holds more than 100,000 members: unpack it first"};
    if (has_too_many(descriptor, out.bytes_)) return too_many;
    const int own = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
    int why = 0;
    zip_t* archive = own < 0 ? nullptr : zip_fdopen(own, 0, &why);
    if (archive == nullptr) {
        if (own >= 0) ::close(own);
        return Error{ErrorCode::input, "a damaged ZIP archive: its list of members cannot be read"};
    }
    out.archive_ = std::shared_ptr<zip_t>(archive, zip_discard);
    out.unpacked_ = std::make_shared<std::uint64_t>(0);
    const auto count = static_cast<std::uint64_t>(std::max<zip_int64_t>(zip_get_num_entries(archive, 0), 0));
    if (count > kMostMembers) return too_many;
    for (std::uint64_t index = 0; index < count; ++index) {
        zip_stat_t member;
        if (zip_stat_index(archive, index, 0, &member) != 0 || member.name == nullptr) continue;
        std::string name = member.name;
        std::replace(name.begin(), name.end(), '\\', '/');
        if (name.empty() || name.ends_with('/')) continue;
        std::string refusal = find_refusal(archive, member, name);
        out.members_.push_back({std::move(name), index, member.comp_size, std::move(refusal)});
    }
    std::stable_sort(out.members_.begin(), out.members_.end(), [](const ZipMember& a, const ZipMember& b) { return a.name < b.name; });
    return out;
}

const ZipMember* ZipArchive::find(std::string_view name) const {
    const auto at = std::lower_bound(members_.begin(), members_.end(), name, [](const ZipMember& member, std::string_view want) { return member.name < want; });
    return at != members_.end() && at->name == name ? &*at : nullptr;
}

Result<std::unique_ptr<ByteSource>> ZipArchive::read(const ZipMember& member, UnpackLimits limits) const {
    if (!member.refusal.empty()) return Error{ErrorCode::input, member.refusal};
    zip_file_t* file = zip_fopen_index(archive_.get(), member.index, 0);
    if (file == nullptr) return Error{ErrorCode::input, "damaged in its archive"};
    auto source = std::make_unique<MemberSource>(archive_, file, member.packed, limits);
    source->count_in(unpacked_, bytes_);
    return std::unique_ptr<ByteSource>(std::move(source));
}

}  // namespace firsthand::read
