// The cost of reading treaties by stage, beside SQLite writing the same rows and their full-text index.
//
//   TREATYGRAPH_CORPUS=folder ingest_bench [FOLDER]      FOLDER: documents; the treaties of ToTA in the corpus without
//   it
//
// Single-threaded, processor time, so that load on the machine changes little.

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "graph/database.h"
#include "ingest/build/link.h"
#include "ingest/build/source_list.h"
#include "ingest/build/treaty_records.h"
#include "ingest/commands/build_report.h"
#include "ingest/documents/read_document.h"
#include "ingest/records/instrument_registry.h"
#include "ingest/references/references.h"
#include "tests/bench/result_row.h"

namespace treatygraph::ingest {
namespace {

class ProcessorWatch {
 public:
  double lap() {
    const auto now = seconds();
    const auto since = now - begin_;
    begin_ = now;
    return since;
  }

 private:
  static double seconds() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
  }
  double begin_ = seconds();
};

struct Stages {
  double read = 0, structure = 0, cite = 0, records = 0, link = 0, write = 0;
  double bytes = 0;
  std::size_t documents = 0, provisions = 0, references = 0;
};

SourceRecords read_one(const std::filesystem::path& path, std::size_t number, Stages& stages) {
  ProcessorWatch watch;
  auto document = read_document(path);
  if (!document) return {};
  stages.structure += document->structure_seconds;
  stages.read += watch.lap() - document->structure_seconds;
  const auto references = find_references(*document);
  stages.cite += watch.lap();
  auto records = records_of(*document, references, fmt::format("t{}", number), InstrumentRegistry());
  stages.records += watch.lap();
  ++stages.documents;
  stages.bytes += static_cast<double>(std::filesystem::file_size(path));
  stages.provisions += document->structure.size();
  stages.references += references.size();
  return records;
}

/// Beside writing what was read.
void print(std::string_view stage, double seconds, const Stages& stages) {
  bench::print_result({fmt::format("build: {}, {:.1f} MB/s", stage, stages.bytes / 1e6 / std::max(seconds, 1e-3)), "s",
                       seconds, bench::Baseline{"writing it", stages.write}});
}

int run(const std::string& folder) {
  Stages stages;
  std::vector<SourceRecords> sources;
  for (const auto& item : list_sources({folder})) sources.push_back(read_one(item.path, sources.size(), stages));
  ProcessorWatch watch;
  const auto linked = link(std::move(sources));
  stages.link = watch.lap();
  const auto out = std::filesystem::temp_directory_path() / fmt::format("ingest_bench.{}.db", std::time(nullptr));
  const auto written = linked ? write_database(out, *linked) : Result<std::string>(fail(linked.error()));
  stages.write = watch.lap();
  for (const auto* twin : {"", ".graph", ".sources"}) std::filesystem::remove(out.string() + twin);
  if (!written) {
    fmt::print(stderr, "{}\n", written.error().detail);
    return 1;
  }
  fmt::print(stderr, "{}: {} documents, {:.1f} MB, {} provisions, {} citations\n", folder, stages.documents,
             stages.bytes / 1e6, stages.provisions, stages.references);
  bench::print_result_header();
  print("read", stages.read, stages);
  print("structure", stages.structure, stages);
  print("cite", stages.cite, stages);
  print("records", stages.records, stages);
  print("read to records", stages.read + stages.structure + stages.cite + stages.records, stages);
  print("link", stages.link, stages);
  print("write", stages.write, stages);
  bench::print_result({"build: memory at its height", "MiB", static_cast<double>(peak_memory_bytes()) / (1 << 20)});
  return 0;
}

}  // namespace
}  // namespace treatygraph::ingest

int main(int argc, char** argv) {
  if (argc > 1 && argv[1][0] != '-') return treatygraph::ingest::run(argv[1]);
  const char* corpus = std::getenv("TREATYGRAPH_CORPUS");
  if (corpus == nullptr) {
    fmt::print(stderr, "ingest_bench: skipped, TREATYGRAPH_CORPUS does not name a folder of real treaties\n");
    return 0;
  }
  return treatygraph::ingest::run(std::string(corpus) + "/corpus/tota");
}
