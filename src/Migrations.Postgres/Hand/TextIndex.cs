using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Yimen.Platform.Data;

namespace Yimen.Migrations.Postgres.Hand;

/// <summary>The full-text table, which no model describes. Depends on no other table, so its place among the migrations does not matter.</summary>
[DbContext(typeof(AppDb))]
[Migration("20990101000000_TextIndex")]
public sealed class TextIndex : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        CREATE TABLE text_entry (kind varchar(20) NOT NULL, id uuid NOT NULL, title_length integer NOT NULL, words tsvector NOT NULL, PRIMARY KEY (kind, id));
        CREATE INDEX ix_text_entry_words ON text_entry USING gin (words);
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP TABLE text_entry;");
}
