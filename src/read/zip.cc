// Tested by zip_test.cc.
#include "read/zip.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "read/companions.h"
#include "read/wacz.h"
#include "read/walk.h"

namespace firsthand::read {

namespace {

// One reason, and nothing else.
class RefusedStream final : public DocumentStream {
  public:
    RefusedStream(Opened opened, std::string reason) : opened_(std::move(opened)), reason_(std::move(reason)) {}
    std::optional<Item> next() override {
        if (std::exchange(told_, true)) return std::nullopt;
        return Skipped{opened_.path, reason_};
    }

  private:
    Opened opened_;                                // progress is read from its window
    std::string reason_;
    bool told_ = false;
};

// Office documents and programs are ZIP files too.
std::string_view name_document(const ZipArchive& archive) {
    if (archive.find("[Content_Types].xml") != nullptr) return "an office document: save it as plain text or HTML";
    if (archive.find("META-INF/container.xml") != nullptr) return "an EPUB book: export its text as HTML or plain text";
    if (archive.find("mimetype") != nullptr && archive.find("META-INF/manifest.xml") != nullptr) return "an office document: save it as plain text or HTML";
    if (archive.find("META-INF/MANIFEST.MF") != nullptr) return "a program";
    return {};
}

// Hidden files and what systems and browsers leave beside articles, as in a folder.
bool is_left_out(const ZipArchive& archive, std::string_view name) {
    if (is_overlong(name)) return false;           // refused anyway, and long to look at
    const auto exists = [&](std::string_view path) { return archive.find(path) != nullptr; };
    for (std::size_t begin = 0; begin < name.size();) {
        const auto end = std::min(name.find('/', begin), name.size());
        const std::string_view part = name.substr(begin, end - begin);
        const bool last = end == name.size();
        if (part == "__MACOSX" || (part.starts_with('.') && part != "." && part != "..")) return true;
        if (last ? describes_folder(part) : belongs_to_page(name.substr(0, end), exists)) return true;
        begin = end + 1;
    }
    return false;
}

class ZipStream final : public DocumentStream {
  public:
    ZipStream(Opened opened, ZipArchive archive) : opened_(std::move(opened)), archive_(std::move(archive)) {}

    std::optional<Item> next() override {
        for (;;) {
            if (stream_) {
                if (auto item = stream_->next()) return item;
                stream_.reset();
            }
            if (at_ == archive_.members().size()) {
                if (std::exchange(any_, true)) return std::nullopt;
                return Skipped{opened_.path, "an empty archive"};
            }
            const ZipMember& member = archive_.members()[at_++];
            taken_ += member.packed;
            if (is_left_out(archive_, member.name)) continue;
            any_ = true;
            auto started = open_member(archive_, member, opened_);
            if (!started) return Skipped{show_member(opened_, member), started.error().message};
            stream_ = std::move(*started);
        }
    }

    // Members are read beside the window, which took the first bytes for sniffing.
    [[nodiscard]] std::uint64_t taken() const override {
        const std::uint64_t sniffed = std::min(opened_.window->source().taken(), archive_.bytes());
        return std::min(taken_, archive_.bytes() - sniffed);
    }

  private:
    Opened opened_;
    ZipArchive archive_;
    std::unique_ptr<DocumentStream> stream_;       // of the member that is read
    std::size_t at_ = 0;                           // the next one
    std::uint64_t taken_ = 0;
    bool any_ = false;
};

}  // namespace

bool is_zip(std::string_view head) { return head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06"); }

std::unique_ptr<DocumentStream> open_zip(Opened opened) {
    const auto refuse = [&](std::string_view reason) { return std::make_unique<RefusedStream>(std::move(opened), std::string(reason)); };
    if (opened.in_archive) return refuse("an archive inside an archive: unpack it first");
    auto archive = ZipArchive::open(opened.descriptor);
    if (!archive) return refuse(archive.error().message);
    if (is_wacz(*archive)) return open_wacz(std::move(opened), std::move(*archive));
    if (const auto document = name_document(*archive); !document.empty()) return refuse(document);
    return std::make_unique<ZipStream>(std::move(opened), std::move(*archive));
}

Result<std::unique_ptr<DocumentStream>> open_member(const ZipArchive& archive, const ZipMember& member, const Opened& opened) {
    auto source = archive.read(member, opened.limits.unpack);
    if (!source) return source.error();
    return open_stream({.window = std::make_unique<Window>(std::move(*source)), .path = show_member(opened, member), .limits = opened.limits, .in_archive = true});
}

std::string show_member(const Opened& opened, const ZipMember& member) {
    if (member.name.size() <= kMostNameBytes) return opened.path + "/" + show_path(member.name);
    std::size_t size = kMostNameBytes;
    while (size > 0 && (static_cast<unsigned char>(member.name[size]) & 0xC0U) == 0x80U) --size;
    return opened.path + "/" + show_path(member.name.substr(0, size)) + "…";
}

}  // namespace firsthand::read
