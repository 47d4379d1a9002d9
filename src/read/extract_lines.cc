// Lines are sorted by what they speak of, so that a document finds its own by halving; with each text, title, model and id
// there is one line that is asked, however many there are, so that no pile of lines makes a document slow.
// Tested by extract_lines_test.cc and tests/cli/test_lines.py.
#include "read/extract_lines.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "read/formats.h"
#include "read/split.h"

namespace firsthand::read {

namespace {

constexpr std::size_t kMostLines = 20'000'000;
constexpr std::size_t kMostModels = 1000;          // different ones; those beyond go last, as one

// What is known of a line after documents came.
constexpr std::uint8_t kTextMet = 1;               // on the first line of its text and title: a document had them
constexpr std::uint8_t kIdMet = 2;                 // on the first line of its text, title, model and id: that document had its id, too
constexpr std::uint8_t kPathMet = 4;               // on each line

std::string say_count(std::uint64_t count, std::string_view one, std::string_view many) {
    return count == 1 ? std::string(one) : fmt::format("{} {}", fmt::group_digits(count), many);
}

}  // namespace

// ---------------------------------------------------------------- the first pass

std::uint32_t ExtractLines::intern(const std::string& model) {
    if (models_.size() >= kMostModels && models_.count(model) == 0) return static_cast<std::uint32_t>(kMostModels);
    return models_.emplace(model, static_cast<std::uint32_t>(models_.size())).first->second;
}

void ExtractLines::add_fault(std::uint32_t file, std::uint64_t number, std::string reason) {
    const std::lock_guard lock(faults_);
    std::vector<Fault>& faults = files_[file].faults;
    const auto same = std::find_if(faults.begin(), faults.end(), [&](const Fault& fault) { return fault.reason == reason; });
    if (same == faults.end()) {
        faults.push_back({std::move(reason), number, 1});
    } else {
        same->line = std::min(same->line, number);
        ++same->count;
    }
}

void ExtractLines::note(const LineHead& head, Line line) {
    line.id = base::hash_bytes(head.id);
    if (!head.error.empty()) {
        line.kind = Kind::failed;
        line.path = line.id;
    } else {
        line.text = head.text_hash;
        line.titled = head.titled;
        if (line.titled) line.title = base::hash_bytes(head.title);
        line.model = intern(head.model);
        if (head.whole) {
            line.kind = Kind::whole;
            line.path = base::hash_bytes(head.path.empty() ? head.id : head.path);
        }
    }
    lines_.push_back(line);
}

void ExtractLines::index(Opened opened, std::string file) {
    const auto number = static_cast<std::uint32_t>(files_.size());
    paths_.insert(opened.path);
    files_.push_back({opened.path, std::move(file), {}});
    const bool spooled = files_.back().file.empty();
    const auto splitter = split(Layout::lines, *opened.window, opened.limits.document_bytes);
    ExtractLineParser parser;
    std::uint64_t last = 0;
    while (const auto element = splitter->next()) {
        last = element->line;
        if (!element->problem.empty()) {
            add_fault(number, last, element->problem);
            continue;
        }
        const auto head = parser.parse(element->bytes);
        if (!head) {
            add_fault(number, last, head.error().message);
            continue;
        }
        if (lines_.size() >= kMostLines) {
            add_fault(number, last, fmt::format("more than {} lines at once", fmt::group_digits(kMostLines)));
            continue;
        }
        Line line{.begin = opened.window->passed(), .number = last, .size = static_cast<std::uint32_t>(element->bytes.size()), .file = number};
        if (spooled) {
            const std::int64_t begin = spool_.append(element->bytes);
            if (begin < 0) {
                add_fault(number, last, spool_.problem());
                continue;
            }
            line.begin = static_cast<std::uint64_t>(begin);
        }
        note(*head, line);
    }
    const std::string& problem = opened.window->source().problem();
    if (!problem.empty()) add_fault(number, last + 1, problem + (last > 0 ? "; what came before was read" : ""));
}

void ExtractLines::settle() {
    // Ranks in place of indices, so that the order in which files and models came does not matter.
    std::vector<std::uint32_t> model_rank(kMostModels + 1, static_cast<std::uint32_t>(kMostModels + 1)), file_rank(files_.size());
    std::uint32_t rank = 1;
    for (const auto& [model, at] : models_) model_rank[at] = model == model_ ? 0 : rank++;
    std::vector<std::uint32_t> order(files_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return files_[a].path < files_[b].path; });
    std::vector<File> files(files_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        file_rank[order[i]] = i;
        files[i] = std::move(files_[order[i]]);
    }
    files_ = std::move(files);
    for (Line& line : lines_) {
        line.model = model_rank[line.model];
        line.file = file_rank[line.file];
    }
    std::sort(lines_.begin(), lines_.end(), [](const Line& a, const Line& b) {
        return std::tie(a.text, a.titled, a.title, a.model, a.id, a.file, a.number) < std::tie(b.text, b.titled, b.title, b.model, b.id, b.file, b.number);
    });
    for (std::uint32_t i = 0; i < lines_.size(); ++i)
        if (lines_[i].kind != Kind::bare) by_path_.emplace_back(lines_[i].path, i);
    std::sort(by_path_.begin(), by_path_.end());
    met_ = std::make_unique<std::atomic<std::uint8_t>[]>(lines_.size());
}

// ---------------------------------------------------------------- documents

bool ExtractLines::load(const Line& line, std::string& bytes) const {
    bytes.assign(line.size + kPadding, ' ');
    const std::string& file = files_[line.file].file;
    if (file.empty()) return read_at(spool_.descriptor(), line.begin, line.size, bytes.data());
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) return false;
    const bool read = read_at(descriptor, line.begin, line.size, bytes.data());
    ::close(descriptor);
    return read;
}

void ExtractLines::meet(std::string_view path) {
    if (by_path_.empty()) return;
    const std::uint64_t key = base::hash_bytes(path);
    auto at = std::lower_bound(by_path_.begin(), by_path_.end(), std::pair(key, std::uint32_t{0}));
    // Marked from the last on: where the first is, all are.
    if (at == by_path_.end() || at->first != key || (met_[at->second] & kPathMet) != 0) return;
    auto end = at;
    while (end != by_path_.end() && end->first == key) ++end;
    while (end != at) met_[(--end)->second] |= kPathMet;
}

ExtractLines::Range ExtractLines::find_range(std::uint64_t text, bool titled, std::uint64_t title) const {
    const auto key = std::tie(text, titled, title);
    const auto begin = std::lower_bound(lines_.begin(), lines_.end(), key, [](const Line& line, const auto& k) { return std::tie(line.text, line.titled, line.title) < k; });
    const auto end = std::upper_bound(begin, lines_.end(), key, [](const auto& k, const Line& line) { return k < std::tie(line.text, line.titled, line.title); });
    return {static_cast<std::uint32_t>(begin - lines_.begin()), static_cast<std::uint32_t>(end - lines_.begin())};
}

std::optional<Extracted> ExtractLines::recall_one(const Line& line, const Document& document) {
    if (line.kind == Kind::failed) return std::nullopt;
    std::string bytes;
    ExtractLineParser parser;
    // A file that changed since the first pass tells it by its hash.
    const bool loaded = load(line, bytes);
    const auto head = loaded ? parser.parse(std::string_view(bytes).substr(0, line.size)) : Result<LineHead>(Error{});
    if (!head || head->text_hash != line.text) {
        add_fault(line.file, line.number, "changed while it was read: give lines that nothing writes any more");
        return std::nullopt;
    }
    auto extracted = parser.make_extracted(document);
    if (extracted) return std::move(*extracted);
    add_fault(line.file, line.number, fmt::format("{}: the line was not used, its document was extracted anew", extracted.error().message));
    return std::nullopt;
}

// Of each model the line of the same id, else the first.
std::optional<Extracted> ExtractLines::recall_in(Range range, const Document& document) {
    const std::uint64_t id = base::hash_bytes(document.id);
    std::optional<Extracted> best;
    met_[range.first] |= kTextMet;
    for (std::uint32_t begin = range.first; begin < range.second;) {
        const auto at = [&](std::uint32_t index) { return lines_.begin() + index; };
        const auto end = static_cast<std::uint32_t>(
            std::partition_point(at(begin), at(range.second), [&](const Line& line) { return line.model == lines_[begin].model; }) - lines_.begin());
        const auto same = std::partition_point(at(begin), at(end), [&](const Line& line) { return line.id < id; });
        const bool met = same != at(end) && same->id == id;
        if (met) met_[static_cast<std::size_t>(same - lines_.begin())] |= kIdMet;
        if (!best) best = recall_one(met ? *same : lines_[begin], document);
        begin = end;
    }
    return best;
}

std::optional<Extracted> ExtractLines::recall(const Document& document) {
    if (lines_.empty()) return std::nullopt;
    const std::uint64_t text = base::hash_bytes(document.text);
    std::optional<Extracted> best;
    for (const auto& [titled, title] : {std::pair(true, base::hash_bytes(document.title)), std::pair(false, std::uint64_t{0})}) {
        const Range range = find_range(text, titled, title);
        if (range.first == range.second) continue;
        auto found = recall_in(range, document);
        if (!best) best = std::move(found);
    }
    return best;
}

// ---------------------------------------------------------------- what is left

// Calls visit(index, is a document met) for every line, with the marks of the runs that it stands in.
template <typename Visit>
void ExtractLines::each_unmet(Visit visit) const {
    std::uint32_t first_of_text = 0, first_of_id = 0;
    for (std::uint32_t i = 0; i < lines_.size(); ++i) {
        const Line &line = lines_[i], &text = lines_[first_of_text], &id = lines_[first_of_id];
        const bool same_text = std::tie(line.text, line.titled, line.title) == std::tie(text.text, text.titled, text.title);
        if (!same_text) first_of_text = i;
        if (!same_text || std::tie(line.model, line.id) != std::tie(id.model, id.id)) first_of_id = i;
        if (!is_met(i, first_of_text, first_of_id)) visit(i);
    }
}

// A bare line needs a text, a whole one its own document, one that failed an input at its path.
bool ExtractLines::is_met(std::uint32_t index, std::uint32_t first_of_text, std::uint32_t first_of_id) const {
    switch (lines_[index].kind) {
        case Kind::bare: return (met_[first_of_text] & kTextMet) != 0;
        case Kind::whole: return (met_[first_of_id] & kIdMet) != 0 || ((met_[first_of_text] & kTextMet) != 0 && (met_[index] & kPathMet) != 0);
        case Kind::failed: return (met_[index] & kPathMet) != 0;
    }
    return true;
}

void ExtractLines::choose_left() {
    std::vector<std::uint32_t> left;
    left_out_.assign(lines_.size(), false);
    each_unmet([&](std::uint32_t index) {
        if (lines_[index].kind != Kind::bare && (met_[index] & kPathMet) == 0) left.push_back(index);
    });
    const auto what = [&](std::uint32_t index) {
        const Line& line = lines_[index];
        return std::make_tuple(line.kind, line.text, line.title, line.id, line.path);
    };
    // The same document by several runs comes once, from its best line: lines_ has it first.
    std::stable_sort(left.begin(), left.end(), [&](std::uint32_t a, std::uint32_t b) { return what(a) < what(b); });
    for (const std::uint32_t index : left) left_out_[index] = true;
    left.erase(std::unique(left.begin(), left.end(), [&](std::uint32_t a, std::uint32_t b) { return what(a) == what(b); }), left.end());
    std::sort(left.begin(), left.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tie(lines_[a].file, lines_[a].number) < std::tie(lines_[b].file, lines_[b].number);
    });
    left_ = std::move(left);
}

std::optional<Item> ExtractLines::next_left() {
    if (!left_) choose_left();
    if (next_ >= left_->size()) return std::nullopt;
    const Line& line = lines_[(*left_)[next_++]];
    std::string bytes;
    ExtractLineParser parser;
    const auto refuse = [&](std::string reason) { return Skipped{fmt::format("{}:{}", files_[line.file].path, line.number), std::move(reason)}; };
    if (!load(line, bytes)) return refuse("vanished while it was read");
    const auto head = parser.parse(std::string_view(bytes).substr(0, line.size));
    if (!head) return refuse(head.error().message);
    if (line.kind == Kind::failed) return Skipped{base::escape_controls(head->id), head->error};
    auto document = parser.make_document();
    if (!document) return refuse(document.error().message);
    return std::move(*document);
}

// “d3”, as a message may show it.
std::string ExtractLines::name_first(const Line& line) const {
    std::string bytes;
    ExtractLineParser parser;
    if (!load(line, bytes)) return {};
    const auto head = parser.parse(std::string_view(bytes).substr(0, line.size));
    return head ? fmt::format("“{}”", base::shorten(base::escape_controls(head->id), 100)) : std::string();
}

std::vector<Skipped> ExtractLines::list_unused() const {
    std::vector<Skipped> out;
    std::vector<std::uint64_t> unmet(files_.size()), first(files_.size());
    each_unmet([&](std::uint32_t index) {
        const Line& line = lines_[index];
        if (line.kind == Kind::failed || (!left_out_.empty() && left_out_[index])) return;
        if (unmet[line.file]++ == 0 || line.number < lines_[first[line.file]].number) first[line.file] = index;
    });
    for (std::size_t i = 0; i < files_.size(); ++i) {
        std::vector<Fault> faults = files_[i].faults;
        std::sort(faults.begin(), faults.end(), [](const Fault& a, const Fault& b) { return std::tie(a.line, a.reason) < std::tie(b.line, b.reason); });
        for (const Fault& fault : faults) {
            const std::string more = fault.count == 1 ? std::string() : fmt::format(" (and {} like it)", say_count(fault.count - 1, "one more line", "more lines"));
            out.push_back({fmt::format("{}:{}", files_[i].path, fault.line), fault.reason + more});
        }
        if (unmet[i] == 0) continue;
        out.push_back({files_[i].path, fmt::format("{} of `firsthand extract` met no such text: it is not among the inputs, or its text or title has changed; the first is {} "
                                                   "in line {}: give the texts as they were, beside their lines",
                                           say_count(unmet[i], "one line", "lines"), name_first(lines_[first[i]]), lines_[first[i]].number)});
    }
    return out;
}

}  // namespace firsthand::read
