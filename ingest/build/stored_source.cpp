// Serialises a source. StoredFields lists the members once, for both directions: with StoredWriter it writes them, with
// StoredReader it reads them, so writer and reader cannot disagree. Names of labels and properties, which repeat
// thousands of times, are written once in front and then as numbers (RecordNames). ByteReader stays at the end after an
// error, and is_right() is asked once, when all is read.

#include "ingest/build/stored_source.h"

#include <cstdint>

#include "graph/record_bytes.h"

namespace treatygraph::ingest {
namespace {

/// Must change whenever the members below change.
constexpr std::uint64_t kStoredVersion = 1;

/// The members of a stored source, in order. `Archive` is StoredWriter or StoredReader; the arguments are const when
/// writing.
template <typename Archive>
class StoredFields {
 public:
  explicit StoredFields(Archive& archive) : archive_(archive) {}

  /// The whole source.
  template <typename Source>
  void source(Source& source) {
    archive_.enumerator(source.kind);
    archive_.enumerator(source.item.kind);
    archive_(source.item.slug);
    archive_.path(source.item.path);
    archive_.enumerator(source.pictures);
    archive_(source.place_slug);
    archive_(source.title);
    archive_(source.widened_by);
    archive_(source.text);
    report(source.report);
    open(source.open);
    records(source.records.records);
    records(source.records.placeholders);
  }

 private:
  template <typename Report>
  void report(Report& report) {
    for (auto* text : {&report.source, &report.format, &report.slug, &report.title, &report.sha256}) archive_(*text);
    for (auto* number : {&report.bytes, &report.provisions, &report.articles, &report.facts, &report.references.found,
                         &report.references.resolved, &report.references.external, &report.references.absent_part,
                         &report.references.unresolved}) {
      archive_(*number);
    }
    for (auto* number : {&report.seconds.read, &report.seconds.structure, &report.seconds.cite, &report.seconds.records,
                         &report.share_read}) {
      archive_(*number);
    }
    archive_(report.is_read_in_full);
    archive_.list(report.warnings, [this](auto& warning) { archive_(warning); });
    archive_.list(report.errors, [this](auto& error) { archive_(error); });
    archive_.list(report.unresolved, [this](auto& unresolved) {
      for (auto* text : {&unresolved.from, &unresolved.words, &unresolved.missing}) archive_(*text);
    });
    archive_.list(report.leftovers, [this](auto& leftover) {
      for (auto* number : {&leftover.start, &leftover.end, &leftover.line, &leftover.characters}) archive_(*number);
      archive_.enumerator(leftover.reason);
      archive_(leftover.detail);
      archive_(leftover.first_words);
      // "line" or "paragraph", by the format of the document.
      archive_.line_name(leftover.line_is);
    });
  }

  template <typename Open>
  void open(Open& open) {
    records(open.records);
    archive_(open.document);
    archive_.list(open.citations, [this](auto& citation) {
      archive_(citation.node);
      archive_(citation.place);
      archive_(citation.instrument);
      archive_(citation.quote);
      archive_.list(citation.cited, [this](auto& eid) { archive_(eid); });
      archive_.properties(citation.properties);
    });
  }

  template <typename Records>
  void records(Records& records) {
    archive_.list(records.nodes, [this](auto& node) { archive_.node(node); });
    archive_.list(records.relationships, [this](auto& relationship) { archive_.relationship(relationship); });
  }

  Archive& archive_;
};

/// Writes members.
class StoredWriter {
 public:
  void operator()(const std::string& text) { writer_.text(text); }
  void operator()(std::size_t number) { writer_.number(number); }
  void operator()(double number) { writer_.real(number); }
  void operator()(bool flag) { writer_.number(flag ? 1 : 0); }
  void path(const std::filesystem::path& path) { writer_.text(path.string()); }
  template <typename Enum>
  void enumerator(const Enum& value) {
    writer_.number(static_cast<std::uint64_t>(value));
  }
  void line_name(const char* name) { writer_.text(name); }
  void properties(const Properties& properties) { writer_.properties(properties, names_); }
  void node(const NodeRecord& node) { writer_.node(node, names_); }
  void relationship(const RelationshipRecord& relationship) { writer_.relationship(relationship, names_); }
  template <typename List, typename Each>
  void list(const List& list, const Each& each) {
    writer_.number(list.size());
    for (const auto& entry : list) each(entry);
  }

  /// The version and the names come first, because a reader needs them before the rest.
  [[nodiscard]] std::string finish() const {
    std::string bytes;
    ByteWriter head(bytes);
    head.number(kStoredVersion);
    head.number(names_.size());
    for (std::uint64_t i = 0; i < names_.size(); ++i) head.text(names_.name(i));
    return bytes + bytes_;
  }

 private:
  std::string bytes_;
  ByteWriter writer_{bytes_};
  RecordNames names_;
};

/// Reads members. Damaged bytes give arbitrary values, but never read outside the bytes.
class StoredReader {
 public:
  explicit StoredReader(std::string_view bytes) : reader_(bytes) {
    is_of_this_version_ = reader_.number() == kStoredVersion;
    const auto names = reader_.count();
    for (std::size_t i = 0; i < names && reader_.is_right(); ++i) names_.number_of(reader_.text());
  }
  [[nodiscard]] bool is_of_this_version() const { return is_of_this_version_; }
  [[nodiscard]] bool is_right() const { return reader_.is_right() && reader_.at_end(); }

  void operator()(std::string& text) { text = reader_.text(); }
  void operator()(std::size_t& number) { number = reader_.number(); }
  void operator()(double& number) { number = reader_.real(); }
  void operator()(bool& flag) { flag = reader_.number() != 0; }
  void path(std::filesystem::path& path) { path = reader_.text(); }
  template <typename Enum>
  void enumerator(Enum& value) {
    value = static_cast<Enum>(reader_.number());
  }
  /// The member points to a literal, so the word cannot be kept as it was read.
  void line_name(const char*& name) { name = reader_.text() == "paragraph" ? "paragraph" : "line"; }
  void properties(Properties& properties) { properties = reader_.properties(names_); }
  void node(NodeRecord& node) { node = reader_.node(names_); }
  void relationship(RelationshipRecord& relationship) { relationship = reader_.relationship(names_); }
  template <typename List, typename Each>
  void list(List& list, const Each& each) {
    const auto size = reader_.count();
    list.reserve(size);
    for (std::size_t i = 0; i < size && reader_.is_right(); ++i) each(list.emplace_back());
  }

 private:
  ByteReader reader_;
  RecordNames names_;
  bool is_of_this_version_ = false;
};

/// Whether the positions in citations are inside the lists that they point into. close() relies on it.
bool is_whole(const OpenRecords& open) {
  for (const auto& citation : open.citations) {
    if (citation.node >= open.records.nodes.size() || citation.place > open.records.relationships.size()) return false;
  }
  return true;
}

}  // namespace

std::string to_bytes(const StoredSource& source) {
  StoredWriter putting;
  StoredFields(putting).source(source);
  return putting.finish();
}

Result<StoredSource> stored_source_of(std::string_view bytes) {
  StoredReader taking(bytes);
  if (!taking.is_of_this_version())
    return fail(ErrorCode::Corrupt, "the source was stored by another version of treatygraph");
  StoredSource source;
  StoredFields(taking).source(source);
  if (!taking.is_right() || !is_whole(source.open)) return fail(ErrorCode::Corrupt, "the stored source is damaged");
  return source;
}

}  // namespace treatygraph::ingest
