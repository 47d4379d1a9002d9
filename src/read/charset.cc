// Detection by uchardet, which errs where few bytes are not ASCII: a single foreign letter between ASCII is Western far more
// often than the Hebrew that it may be taken for, and a charset is believed only when the bytes can be read in it.
// Tested by charset_test.cc.
#include "read/charset.h"

#include <uchardet/uchardet.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <utility>

#include <simdjson.h>

#include "base/utf8.h"
#include "read/charset_labels.h"
#include "read/converter.h"

namespace firsthand::read {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kGuessBytes = 1U << 16U;
constexpr std::size_t kFewBytes = 12;              // beyond ASCII: too few to tell one Latin charset from another

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }
bool is_utf8(std::string_view bytes) { return simdjson::validate_utf8(bytes.data(), bytes.size()); }

// The bytes that are not ASCII, counted.
struct HighBytes {
    std::size_t count = 0, in_utf8 = 0;            // in_utf8: part of valid sequences
    std::size_t runs = 0, lone = 0;                // lone: runs of one byte
    bool has_c1 = false;                           // 80-9F, empty in the ISO charsets
};

// `cut`: the bytes go on behind the end.
HighBytes count_high(std::string_view bytes, bool cut) {
    HighBytes high;
    std::size_t run = 0;
    const auto end_run = [&] {
        high.runs += run > 0 ? 1 : 0;
        high.lone += run == 1 ? 1 : 0;
        run = 0;
    };
    for (std::size_t i = 0; i < bytes.size();) {
        const base::Decoded d = base::decode(bytes, i);
        if (!is_high(bytes[i])) {
            end_run();
            ++i;
            continue;
        }
        if (!d.valid && cut && i + 4 > bytes.size()) break;
        for (std::size_t k = i; k < i + d.size; ++k) high.has_c1 = high.has_c1 || static_cast<unsigned char>(bytes[k]) < 0xA0;
        run += d.size;
        high.count += d.size;
        high.in_utf8 += d.valid ? d.size : 0;
        i += d.size;
    }
    end_run();
    return high;
}

// Sequences of several bytes; those of three and four count twice, since chance makes them more rarely still.
std::size_t weigh_sequences(std::string_view utf8) {
    std::size_t weight = 0;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        weight += byte >= 0xE0 ? 2 : byte >= 0xC0 ? 1 : 0;
    }
    return weight;
}

// What is not ASCII with some bytes around it: markup would drown it.
std::string take_sample(std::string_view bytes) {
    constexpr std::size_t kAround = 32;
    std::string sample;
    std::size_t ascii = 2 * kAround;               // bytes since the last that was not ASCII
    for (std::size_t i = 0; i < bytes.size() && sample.size() < kGuessBytes; ++i) {
        if (is_high(bytes[i])) {
            const std::size_t missed = std::min({ascii > kAround ? ascii - kAround : 0, kAround, i});
            sample.append(bytes.substr(i - missed, missed + 1));
            ascii = 0;
        } else if (ascii++ < kAround) {
            sample.push_back(bytes[i]);
        }
    }
    return sample;
}

std::string ask_uchardet(std::string_view sample) {
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), uchardet_delete);
    if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return {};
    uchardet_data_end(detector.get());
    return uchardet_get_charset(detector.get());
}

struct Converted {
    std::string text;
    std::size_t replaced = 0;
};

Converted convert(const Charset& charset, std::string_view bytes) {
    Converted converted;
    Converter converter(charset);
    std::string& text = converted.text;
    std::size_t made = 0;
    for (;;) {
        if (text.size() < made + 64) text.resize(std::max(text.size() * 2, bytes.size() + bytes.size() / 8 + 64));
        const Converter::Step step = converter.convert(bytes, true, text.data() + made, text.size() - made);
        if (step.eaten == 0 && step.made == 0) break;
        bytes.remove_prefix(step.eaten);
        made += step.made;
    }
    text.resize(made);
    converted.replaced = converter.replaced();
    return converted;
}

const Charset& western() {
    static const Charset& row = *find_charset_row("windows-1252");
    return row;
}

// The Windows charset that holds all of an ISO one's letters, and marks where that has nothing.
std::string_view widen(std::string_view name) {
    if (name == "ISO-8859-15") return "windows-1252";
    if (name == "ISO-8859-7") return "windows-1253";
    if (name == "ISO-8859-8") return "windows-1255";
    if (name == "ISO-8859-6") return "windows-1256";
    return name == "ISO-8859-2" ? "windows-1250" : name == "ISO-8859-13" ? "windows-1257" : name;
}

// The charset of bytes that are no UTF-8.
const Charset& guess_charset(std::string_view bytes) {
    const std::string sample = take_sample(bytes);
    const HighBytes high = count_high(sample, true);
    const Charset* row = find_charset_row(ask_uchardet(sample));
    if (row != nullptr && high.has_c1) row = find_charset_row(widen(row->name));
    if (row == nullptr || row->name.starts_with("UTF-")) return western();
    const bool scattered = high.lone * 10 >= high.runs * 7;
    if (row->script == Script::latin && high.count < kFewBytes) return western();
    if (row->script == Script::other && scattered) return western();
    if (convert(*row, sample).replaced * 50 > high.count) return western();
    return *row;
}

constexpr std::size_t kDeclared = 2, kUndeclared = 3;           // of four parts

// Is it UTF-8 with some broken bytes? Two charsets in one text are read as UTF-8: its sequences do not arise by chance.
// (Of the bytes of Korean text in EUC-KR, which looks most like it, under a third do.)
bool is_mostly_utf8(std::string_view bytes, std::size_t parts, bool cut) {
    const HighBytes high = count_high(bytes, cut);
    return bytes.starts_with(kByteOrderMark) || high.in_utf8 * 4 >= high.count * parts;
}

Decoded decode_as(const Charset& charset, std::string_view bytes, std::string_view from) {
    Converted converted = convert(charset, bytes);
    return {std::move(converted.text), std::string(charset.name), converted.replaced > 0, std::string(from)};
}

Decoded mend_utf8(std::string_view bytes, std::string_view from) {
    Decoded decoded;
    decoded.from = from;
    if (is_utf8(bytes)) {
        decoded.text = bytes;
    } else {
        decoded.text = base::repair_utf8(bytes, decoded.replaced);
    }
    return decoded;
}

// By the bytes alone, which are no UTF-8. A declared charset is kept where it reads better than the guess.
Decoded decode_declared(const Charset& charset, std::string_view bytes, std::string_view from) {
    Decoded decoded = decode_as(charset, bytes, from);
    if (!decoded.replaced || convert(charset, take_sample(bytes)).replaced * 20 <= count_high(bytes, false).count) return decoded;
    Decoded guessed = decode_as(guess_charset(bytes), bytes, "detected");
    return guessed.replaced ? decoded : guessed;
}

}  // namespace

std::string_view sniff_utf16(std::string_view head) {
    if (head.starts_with("\xFF\xFE")) return "UTF-16LE";
    if (head.starts_with("\xFE\xFF")) return "UTF-16BE";
    head = head.substr(0, 1024);
    const std::size_t pairs = head.size() / 2;
    std::size_t zeros[2] = {0, 0};
    for (std::size_t i = 0; i < pairs * 2; ++i) zeros[i % 2] += head[i] == '\0' ? 1 : 0;
    constexpr std::size_t kFewestPairs = 8;
    if (pairs < kFewestPairs) return {};
    if (zeros[1] * 10 >= pairs * 7 && zeros[0] == 0) return "UTF-16LE";
    return zeros[0] * 10 >= pairs * 7 && zeros[1] == 0 ? "UTF-16BE" : std::string_view();
}

bool is_garbled(std::string_view utf8) {
    constexpr std::size_t kLookedAt = 8192;
    std::size_t points = 0, odd = 0;
    for (std::size_t i = 0; i < std::min(utf8.size(), kLookedAt); ++points) {
        const base::Decoded d = base::decode(utf8, i);
        i += d.size;
        odd += d.point == base::kReplacement || (d.point >= 0xE000 && d.point < 0xF900) || (d.point < 0x20 && !base::is_space(d.point)) ? 1 : 0;
    }
    return odd > 3 && odd * 50 > points;
}

Decoded decode_page(std::string_view bytes, std::string_view declared_http) {
    if (bytes.starts_with(kByteOrderMark)) return mend_utf8(bytes.substr(kByteOrderMark.size()), "bom");
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return decode_as(*find_charset_row(sniff_utf16(bytes)), bytes.substr(2), "bom");
    const Charset* declared = find_charset_row(declared_http);
    const bool by_header = declared != nullptr;
    if (!by_header) declared = find_charset_row(find_declared_charset(bytes));
    const std::string_view from = by_header ? "http" : "meta";
    const auto is_declared = [&](std::string_view name) { return declared != nullptr && declared->name.starts_with(name); };
    const bool utf8 = is_utf8(bytes);
    const bool ascii = utf8 && std::none_of(bytes.begin(), bytes.end(), is_high);
    if (is_declared("ISO-2022-JP") && bytes.find('\x1B') != std::string_view::npos) return decode_as(*declared, bytes, from);
    if (const std::string_view utf16 = sniff_utf16(bytes); !utf16.empty()) return decode_as(*find_charset_row(utf16), bytes, is_declared(utf16) ? from : "detected");
    if (is_declared("UTF-16")) declared = nullptr;
    if (ascii && declared != nullptr) return {std::string(bytes), std::string(declared->name), false, std::string(from)};
    const bool legacy = declared != nullptr && declared->name != "UTF-8";
    const std::size_t fewest = !legacy ? 0 : declared->script == Script::wide ? 8 : 2;
    if (utf8 && (ascii || weigh_sequences(bytes) >= fewest)) return mend_utf8(bytes, is_declared("UTF-8") ? from : "utf-8");
    if (legacy) return decode_declared(*declared, bytes, from);
    if (is_mostly_utf8(bytes, is_declared("UTF-8") ? kDeclared : kUndeclared, false)) return mend_utf8(bytes, is_declared("UTF-8") ? from : "utf-8");
    return decode_as(guess_charset(bytes), bytes, "detected");
}

Decoded decode_text(std::string bytes) {
    if (const std::string_view utf16 = sniff_utf16(bytes); !utf16.empty()) {
        const bool marked = static_cast<unsigned char>(bytes[0]) >= 0xFE;
        return decode_as(*find_charset_row(utf16), std::string_view(bytes).substr(marked ? 2 : 0), marked ? "bom" : "detected");
    }
    if (is_utf8(bytes)) {
        Decoded decoded;
        decoded.text = std::move(bytes);
        return decoded;
    }
    if (is_mostly_utf8(bytes, kUndeclared, false)) return mend_utf8(bytes, "utf-8");
    return decode_as(guess_charset(bytes), bytes, "detected");
}

namespace {

class ConvertedSource final : public DecodingSource {
  public:
    ConvertedSource(std::unique_ptr<Window> window, std::string_view charset) : window_(std::move(window)), charset_(find_charset_row(charset)) {
        if (charset_ == nullptr) return;
        if (charset_->name.starts_with("UTF-16") && window_->peek(2).size() >= 2 && static_cast<unsigned char>(window_->view()[0]) >= 0xFE &&
            !sniff_utf16(window_->view().substr(0, 2)).empty())
            window_->drop(2);
        if (charset_->name != "UTF-8") converter_ = std::make_unique<Converter>(*charset_);
    }
    [[nodiscard]] std::uint64_t taken() const override { return window_->source().taken(); }
    [[nodiscard]] std::string_view charset() const override { return charset_ == nullptr ? std::string_view() : charset_->name; }

    std::size_t read(char* out, std::size_t size) override {
        while (!finished_ && size > 0) {
            const bool last = window_->view().empty() && !window_->fill();
            if (const std::size_t made = step(last, out, size); made > 0) return made;
            if (!last || (converter_ != nullptr && !flushed_)) continue;
            finished_ = true;
            problem_ = window_->source().problem();
        }
        return 0;
    }

  private:
    std::size_t step(bool last, char* out, std::size_t size) {
        const std::string_view view = window_->view();
        if (charset_ == nullptr) {
            const auto ascii = static_cast<std::size_t>(std::find_if(view.begin(), view.end(), is_high) - view.begin());
            if (ascii > 0) return pass(view.substr(0, ascii), out, size);
            if (!view.empty()) decide();
            return 0;
        }
        if (converter_ == nullptr) return pass(view, out, size);
        const Converter::Step step = converter_->convert(view, last, out, size);
        window_->drop(step.eaten);
        flushed_ = last && step.made == 0;
        return step.made;
    }
    std::size_t pass(std::string_view view, char* out, std::size_t size) {
        const std::size_t count = std::min(view.size(), size);
        if (count > 0) std::memcpy(out, view.data(), count);
        window_->drop(count);
        return count;
    }
    void decide() {
        const std::string_view peeked = window_->peek(kGuessBytes);
        const bool cut = peeked.size() >= kGuessBytes;
        const std::string_view head = peeked.substr(0, kGuessBytes);
        charset_ = is_mostly_utf8(head, kUndeclared, cut) ? find_charset_row("UTF-8") : &guess_charset(head);
        if (charset_->name != "UTF-8") converter_ = std::make_unique<Converter>(*charset_);
    }

    std::unique_ptr<Window> window_;
    const Charset* charset_;                       // nullptr: not known yet
    std::unique_ptr<Converter> converter_;         // none: passes through
    bool flushed_ = false, finished_ = false;
};

}  // namespace

std::unique_ptr<DecodingSource> decode_source(std::unique_ptr<Window> window, std::string_view charset) {
    return std::make_unique<ConvertedSource>(std::move(window), charset);
}

}  // namespace firsthand::read
