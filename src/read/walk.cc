// A depth-first walk with an explicit stack. A folder is entered once, whatever links lead to it: a loop ends there, and no
// article is read twice. Tested by walk_test.cc.
#include "read/walk.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>

#include <fmt/format.h>

#include "base/utf8.h"
#include "read/companions.h"
#include "read/fields.h"

namespace firsthand::read {

std::string show_path(const std::string& path) {
    std::string out;
    for (std::size_t i = 0; i < path.size();) {
        const base::Decoded d = base::decode(path, i);
        if (!d.valid) {
            out += fmt::format("\\x{{{:02x}}}", static_cast<unsigned char>(path[i]));
        } else if (base::is_control(d.point)) {
            out += fmt::format("\\u{{{:x}}}", static_cast<std::uint32_t>(d.point));
        } else {
            out.append(path, i, d.size);
        }
        i += d.valid ? d.size : 1;
    }
    return out;
}

std::string say_not_there(const std::string& path, int error) {
    if (is_address(path))
        return "this is an address, and Firsthand opens no connection: save the page, with the browser's Save Page As or with wget, and give the file";
    if (error == ENOENT) return "no such file or folder";
    if (error == ELOOP) return "is a link that leads to itself";
    return std::string("cannot be looked at: ") + std::strerror(error);
}

namespace {

// Without links; empty where it leads nowhere.
std::string resolve_links(const std::string& path) {
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), std::free);
    return real ? std::string(real.get()) : std::string();
}

}  // namespace

Walk::Walk(std::vector<std::string> paths) {
    for (const std::string& path : paths)
        if (std::string root = resolve_links(path); !root.empty()) roots_.push_back(std::move(root));
    for (auto path = paths.rbegin(); path != paths.rend(); ++path) waiting_.push_back({std::move(*path), true});
}

std::optional<std::variant<FoundFile, Skipped>> Walk::next() {
    while (!waiting_.empty()) {
        Waiting entry = std::move(waiting_.back());
        waiting_.pop_back();
        if (auto found = visit(std::move(entry.path), entry.named)) return found;
    }
    return std::nullopt;
}

std::optional<std::variant<FoundFile, Skipped>> Walk::visit(std::string path, bool named) {
    if (named && path == "-") return FoundFile{std::move(path), 0, true};
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
        const bool vanished = errno == ENOENT && !is_address(path);
        const std::string why = vanished ? "is not there: a link that leads nowhere, or a file that vanished" : say_not_there(path, errno);
        return Skipped{show_path(path), why};
    }
    if (!named && leads_out(path)) return Skipped{show_path(path), "is a link that leads out of the folder: name what it leads to, if it is to be read"};
    if (S_ISDIR(status.st_mode)) {
        if (!visited_.emplace(status.st_dev, status.st_ino).second) return std::nullopt;
        if (auto skipped = enter(path)) return *skipped;
        return std::nullopt;
    }
    if (S_ISREG(status.st_mode)) return FoundFile{std::move(path), static_cast<std::uint64_t>(status.st_size), named};
    if (named && (S_ISFIFO(status.st_mode) || S_ISCHR(status.st_mode))) return FoundFile{std::move(path), 0, true};
    return Skipped{show_path(path), "is a pipe, socket or device, not a file"};
}

// A folder that came from elsewhere may hold a link to anything that its reader can read.
bool Walk::leads_out(const std::string& path) const {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0 || !S_ISLNK(status.st_mode)) return false;
    const std::string real = resolve_links(path);
    return !real.empty() && std::none_of(roots_.begin(), roots_.end(), [&](const std::string& root) {
        return real.starts_with(root) && (real.size() == root.size() || root == "/" || real[root.size()] == '/');
    });
}

std::optional<Skipped> Walk::enter(const std::string& folder) {
    DIR* directory = ::opendir(folder.c_str());
    if (directory == nullptr) {
        const std::string why = errno == EACCES ? "no permission to look into this folder"
                                                : std::string("this folder cannot be opened: ") + std::strerror(errno);
        return Skipped{show_path(folder), why};
    }
    std::vector<std::string> names;
    errno = 0;
    while (const dirent* entry = ::readdir(directory))
        if (entry->d_name[0] != '.' && !describes_folder(entry->d_name)) names.emplace_back(entry->d_name);
    const int error = errno;
    ::closedir(directory);
    std::sort(names.begin(), names.end(), std::greater<>());
    const auto exists = [&](std::string_view name) { return std::binary_search(names.begin(), names.end(), name, std::greater<>()); };
    const std::string prefix = folder.ends_with('/') ? folder : folder + '/';
    for (const std::string& name : names)
        if (!belongs_to_page(name, exists)) waiting_.push_back({prefix + name, false});
    if (error != 0) return Skipped{show_path(folder), std::string("this folder cannot be read to its end: ") + std::strerror(error)};
    return std::nullopt;
}

}  // namespace firsthand::read
