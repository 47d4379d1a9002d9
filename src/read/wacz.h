// A web archive as ArchiveWeb.page, Browsertrix and py-wacz pack it (WACZ 1.1): a ZIP file of WARC files, with a list of the
// pages, their titles and texts, and a hash of each member.
#pragma once

#include <memory>

#include "read/formats.h"
#include "read/zip_archive.h"

namespace firsthand::read {

[[nodiscard]] bool is_wacz(const ZipArchive& archive);

// The web pages of its WARC files, under "crawl.wacz/archive/data.warc.gz#12"; behind them what only the list of pages holds,
// under "crawl.wacz/pages/pages.jsonl:3". A member that is not what its hash says is named, and read with a note;
// where hashes are missing or of another kind than SHA-256, one line for the archive says so.
[[nodiscard]] std::unique_ptr<DocumentStream> open_wacz(Opened opened, ZipArchive archive);

}  // namespace firsthand::read
