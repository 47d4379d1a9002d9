// A folder of files for one test, gone afterwards; and a reader that reads all of it.
#pragma once

#include <stdlib.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/read.h"

namespace firsthand::read {

class Folder {
  public:
    Folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "firsthand_read_XXXXXX").string();
        path_ = ::mkdtemp(pattern.data());
        std::filesystem::permissions(path_, std::filesystem::perms(0755));
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    std::string write(const std::string& name, std::string_view bytes) const {
        const std::filesystem::path path = std::filesystem::path(path_) / name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        return path.string();
    }
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::string operator/(const std::string& name) const { return path_ + "/" + name; }

  private:
    std::string path_;
};

// For its life this process may not read what only root may. Root drops its rights and takes them back.
class WithoutRights {
  public:
    WithoutRights() : root_(::geteuid() == 0) {
        constexpr uid_t kNobodysUser = 65534;
        if (root_) dropped_ = ::seteuid(kNobodysUser) == 0;
    }
    WithoutRights(const WithoutRights&) = delete;
    WithoutRights& operator=(const WithoutRights&) = delete;
    ~WithoutRights() {
        if (root_ && ::seteuid(0) != 0) std::abort();
    }
    [[nodiscard]] bool holds() const { return !root_ || dropped_; }

  private:
    bool root_, dropped_ = false;
};

inline std::string gzip(std::string_view bytes) {
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, bytes.size()) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

inline std::string zstd(std::string_view bytes) {
    std::string out(ZSTD_compressBound(bytes.size()), '\0');
    out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 3));
    return out;
}

struct ReadAll {
    std::vector<Document> documents;               // completed
    std::vector<Skipped> skipped;
    std::vector<Extracted> extracted;              // of those that lines of `extract` spoke of
};

inline ReadAll read_all(ReadOptions options) {
    ReadAll all;
    auto reader = Reader::open(std::move(options));
    if (!reader) {
        all.skipped.push_back({"open", reader.error().message});
        return all;
    }
    const auto take = [&](Item item) {
        Completed completed = reader->complete(std::move(item));
        if (auto* document = std::get_if<Document>(&completed)) {
            if (auto extracted = reader->recall(*document)) all.extracted.push_back(std::move(*extracted));
            all.documents.push_back(std::move(*document));
        } else {
            all.skipped.push_back(std::move(std::get<Skipped>(completed)));
        }
    };
    while (auto item = reader->next()) take(std::move(*item));
    while (auto item = reader->next_left()) take(std::move(*item));
    for (Skipped& skipped : reader->list_unjoined()) all.skipped.push_back(std::move(skipped));
    return all;
}

inline ReadAll read_paths(std::vector<std::string> paths) {
    ReadOptions options;
    options.paths = std::move(paths);
    return read_all(std::move(options));
}

}  // namespace firsthand::read
