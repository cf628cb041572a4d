// The cost of reading treaties by stage, beside SQLite writing the same rows and their full-text index.
//
//   TREATYGRAPH_CORPUS=folder ingest_bench [FOLDER]      FOLDER: documents; the treaties of ToTA in the corpus without
//   it
//
// Single-threaded, processor time, so that load on the machine changes little.

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

void print(std::string_view stage, double seconds, double bytes) {
  fmt::print("{:<10} {:>8.2f} s {:>8.1f} MB/s\n", stage, seconds, seconds > 0 ? bytes / 1e6 / seconds : 0.0);
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
  fmt::print("{}: {} documents, {:.1f} MB, {} provisions, {} citations\n", folder, stages.documents, stages.bytes / 1e6,
             stages.provisions, stages.references);
  print("read", stages.read, stages.bytes);
  print("structure", stages.structure, stages.bytes);
  print("cite", stages.cite, stages.bytes);
  print("records", stages.records, stages.bytes);
  print("link", stages.link, stages.bytes);
  print("write", stages.write, stages.bytes);
  fmt::print("(read + structure + cite + records) / write: {:.2f}\n",
             (stages.read + stages.structure + stages.cite + stages.records) / stages.write);
  fmt::print("peak memory: {:.0f} MiB\n", static_cast<double>(peak_memory_bytes()) / (1 << 20));
  return 0;
}

}  // namespace
}  // namespace treatygraph::ingest

int main(int argc, char** argv) {
  if (argc > 1 && argv[1][0] != '-') return treatygraph::ingest::run(argv[1]);
  const char* corpus = std::getenv("TREATYGRAPH_CORPUS");
  if (corpus == nullptr) {
    fmt::print("ingest_bench: skipped, TREATYGRAPH_CORPUS does not name a folder of real treaties\n");
    return 0;
  }
  return treatygraph::ingest::run(std::string(corpus) + "/corpus/tota");
}
