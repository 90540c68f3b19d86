using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Yimen.Platform.Data;

namespace Yimen.Migrations.Sqlite.Hand;

/// <summary>The full-text tables, which no model describes. Depends on no other table, so its place among the migrations does not matter.</summary>
[DbContext(typeof(AppDb))]
[Migration("20990101000000_TextIndex")]
public sealed class TextIndex : Migration
{
    // the ascii tokenizer takes every character beyond ASCII as a letter: the tokens are made by the program, not by Unicode tables of 2012
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        CREATE TABLE text_entry (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, title_length INTEGER NOT NULL, UNIQUE (kind, id));
        CREATE VIRTUAL TABLE text_search USING fts5(title, body, content='', contentless_delete=1, tokenize='ascii');
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP TABLE text_search; DROP TABLE text_entry;");
}
