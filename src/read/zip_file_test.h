// ZIP files for tests, written by libzip.
#pragma once

#include <zip.h>

#include <string>
#include <utility>
#include <vector>

#include "read/folder_test.h"

namespace firsthand::read {

using Members = std::vector<std::pair<std::string, std::string>>;

// `change` may set what the members do not say. Names and bytes live until the archive is closed.
template <typename Change>
std::string write_zip(const Folder& folder, const std::string& name, const Members& members, Change change) {
    const std::string path = folder.write(name, "");
    std::filesystem::remove(path);
    zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_EXCL, nullptr);
    for (const auto& [member, bytes] : members) {
        zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        const zip_int64_t index = zip_file_add(archive, member.c_str(), source, ZIP_FL_ENC_UTF_8);
        change(archive, static_cast<zip_uint64_t>(index), member);
    }
    zip_close(archive);
    return path;
}

inline std::string write_zip(const Folder& folder, const std::string& name, const Members& members) {
    return write_zip(folder, name, members, [](zip_t*, zip_uint64_t, const std::string&) {});
}

}  // namespace firsthand::read
