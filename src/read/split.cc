// Finds the ends of JSON values without parsing them: brackets counted outside of strings. A list of any length passes
// through one window. Inside a string that runs over a line break, a line that opens an object no deeper than the broken
// one began is taken as the next element, so that one missing quotation mark costs one record. Tested by split_test.cc.
#include "read/split.h"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>

namespace firsthand::read {

std::string say_too_long(std::uint64_t limit) {
    return fmt::format("longer than {} MB: too large for one article", std::max<std::uint64_t>(limit >> 20U, 1));
}

namespace {

constexpr std::size_t kLookahead = 256;            // bytes of indentation that the search for the next element looks over

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

void drop_byte_order_mark(Window& window) {
    if (window.peek(3).starts_with("\xEF\xBB\xBF")) window.drop(3);
}

class LineSplitter final : public Splitter {
  public:
    LineSplitter(Window& window, std::uint64_t limit) : window_(window), limit_(limit) { drop_byte_order_mark(window_); }

    std::optional<Element> next() override {
        window_.drop(std::exchange(taken_, 0));
        for (;;) {
            const std::uint64_t line = ++line_;
            const auto size = find_line_end();
            if (!size) return std::nullopt;
            const bool too_long = *size > limit_;
            if (too_long) return Element{{}, line, 1, true, say_too_long(limit_)};
            std::string_view bytes = window_.view().substr(0, *size);
            taken_ = std::min(*size + 1, window_.view().size());
            while (!bytes.empty() && is_blank(bytes.back())) bytes.remove_suffix(1);
            if (!bytes.empty()) return Element{bytes, line, 1, true, {}};
            window_.drop(std::exchange(taken_, 0));
        }
    }

  private:
    // The length of the line at the window's begin. A line over the limit is dropped as it passes; its length then exceeds it.
    std::optional<std::size_t> find_line_end() {
        std::size_t searched = 0;
        std::uint64_t dropped = 0;
        for (;;) {
            const std::string_view view = window_.view();
            const std::size_t size = view.find('\n', searched);
            if (size != std::string_view::npos) {
                if (dropped + size > limit_) {
                    window_.drop(size + 1);
                    return limit_ + 1;
                }
                return size;
            }
            searched = view.size();
            if (dropped + searched > limit_) {
                dropped += searched;
                window_.drop(searched);
                searched = 0;
            }
            if (!window_.fill()) {
                if (dropped > 0) return limit_ + 1;
                // What a broken container leaves behind its last line end is no line.
                if (window_.view().empty() || !window_.source().problem().empty()) return std::nullopt;
                return window_.view().size();
            }
        }
    }

    Window& window_;
    std::uint64_t limit_, line_ = 0;
    std::size_t taken_ = 0;
};

class ValueSplitter final : public Splitter {
  public:
    ValueSplitter(Window& window, std::uint64_t limit, bool list) : window_(window), limit_(limit), list_(list) {
        drop_byte_order_mark(window_);
        if (list_ && skip_blanks() && window_.view()[0] == '[') pass(1);
    }

    std::optional<Element> next() override {
        pass(std::exchange(taken_, 0));
        if (finished_) return std::nullopt;
        for (;;) {
            if (!skip_blanks()) {
                finished_ = true;
                if (!list_ || !window_.source().problem().empty()) return std::nullopt;
                return fail("the list breaks off: its ] is missing");
            }
            const char c = window_.view()[0];
            if (c == ',') {
                pass(1);
            } else if (c == ']') {
                if (!list_) {
                    Element stray = fail("a ] that nothing opened");
                    pass(1);
                    return stray;
                }
                pass(1);
                finished_ = !opens_more();
                if (finished_ && skip_blanks()) return fail("something follows the end of the list; it was not read");
                if (finished_) return std::nullopt;
            } else {
                return take_value();
            }
        }
    }

  private:
    Element fail(std::string problem) { return {{}, line_, column_, first_, std::move(problem)}; }

    // Behind the end of a list: does another one begin, or an object? newspaper4k 0.9 writes "[{…},]{…},]{…}]" for three articles.
    bool opens_more() {
        if (!skip_blanks()) return false;
        const char c = window_.view()[0];
        if (c == '[') pass(1);
        return c == '[' || c == '{';
    }

    // Leaves `size` bytes behind, counting lines.
    void pass(std::size_t size) {
        const std::string_view gone = window_.view().substr(0, size);
        for (std::size_t at = 0; at < gone.size();) {
            const char* end = static_cast<const char*>(std::memchr(gone.data() + at, '\n', gone.size() - at));
            if (end == nullptr) {
                column_ += gone.size() - at;
                break;
            }
            at = static_cast<std::size_t>(end - gone.data()) + 1;
            ++line_;
            column_ = 1;
            first_ = true;
        }
        window_.drop(size);
    }

    // False at the end of everything.
    bool skip_blanks() {
        for (;;) {
            const std::string_view view = window_.view();
            std::size_t size = 0;
            while (size < view.size() && is_blank(view[size])) ++size;
            pass(size);
            if (size < view.size()) return true;
            if (!window_.fill()) return false;
        }
    }

    // Does a line that starts at `at` open an object no deeper than the element began?
    [[nodiscard]] bool opens_element(std::string_view view, std::size_t at, std::uint64_t column) const {
        std::uint64_t indent = 1;
        while (at < view.size() && indent < kLookahead && (view[at] == ' ' || view[at] == '\t')) {
            ++at;
            ++indent;
        }
        return at < view.size() && view[at] == '{' && indent <= column;
    }

    // A number, a word, or what is no JSON at all runs up to one of these. At its begin they are part of it.
    static bool ends_scalar(char c) { return is_blank(c) || std::string_view(",]}[{\"").find(c) != std::string_view::npos; }

    // The value at the window's begin. A value over the limit is dropped as it passes.
    Element take_value() {
        Element element{{}, line_, column_, first_, {}};
        first_ = false;
        const bool nested = window_.view()[0] == '{' || window_.view()[0] == '[';
        std::size_t i = 0, depth = 0;
        bool in_string = false, too_long = false;
        for (;;) {
            std::string_view view = window_.view();
            while (i < view.size()) {
                const char c = view[i];
                if (in_string) {
                    if (c == '\\') {
                        i += 2;
                        continue;
                    }
                    if (c == '"') in_string = false;
                    if (c == '\n') {
                        view = window_.peek(i + kLookahead);
                        if (opens_element(view, i + 1, element.column)) {
                            pass(i + 1);
                            element.problem = "broken JSON: a text without its closing quotation mark";
                            return element;
                        }
                    }
                } else if (!nested && ends_scalar(c) && (i > 0 || too_long)) {
                    return finish(element, i, too_long);
                } else if (c == '"') {
                    in_string = true;
                } else if (c == '{' || c == '[') {
                    ++depth;
                } else if ((c == '}' || c == ']') && depth > 0) {
                    if (--depth == 0) return finish(element, i + 1, too_long);
                }
                ++i;
            }
            const std::size_t seen = std::min(i, window_.view().size());
            if (too_long || seen > limit_) {
                too_long = true;
                pass(seen);
                i -= seen;
            }
            if (i >= window_.view().size() && !window_.fill()) return finish_early(element, nested, too_long);
        }
    }

    Element finish(Element element, std::size_t size, bool too_long) {
        if (too_long || size > limit_) {
            pass(size);
            element.problem = say_too_long(limit_);
        } else {
            taken_ = size;
            element.bytes = window_.view().substr(0, size);
        }
        return element;
    }

    // At the end of everything, inside a value.
    Element finish_early(Element element, bool nested, bool too_long) {
        if (!nested && !too_long) return finish(element, window_.view().size(), false);
        pass(window_.view().size());
        finished_ = true;
        element.problem = too_long ? say_too_long(limit_) : "broken JSON: it breaks off, a bracket or quotation mark is never closed";
        return element;
    }

    Window& window_;
    std::uint64_t limit_;
    bool list_;
    bool finished_ = false;
    std::uint64_t line_ = 1, column_ = 1;
    bool first_ = true;                            // nothing but blanks so far on this line
    std::size_t taken_ = 0;
};

}  // namespace

std::unique_ptr<Splitter> split(Layout layout, Window& window, std::uint64_t limit) {
    if (layout == Layout::lines) return std::make_unique<LineSplitter>(window, limit);
    return std::make_unique<ValueSplitter>(window, limit, layout == Layout::list);
}

}  // namespace firsthand::read
