import Papers

/// What `doctor` says of the programs that read PDFs: notes, for papers of other kinds are read without them.
enum ToolNotes {
    /// Whether each program is installed, and whether they can be shut in; a line each, with what to install.
    static func lines(_ tools: [ReadingTool] = ReadingTool.all, sandbox: ReadingTool.Sandbox = .found) -> [String] {
        let missing = tools.filter { !$0.isInstalled }
        var lines = missing.map {
            "\($0.name) is not installed: \($0.purpose). Ask an administrator to run: apt-get install \($0.package)"
        }
        switch sandbox {
        case .usable: break
        case .missing:
            lines.append(
                "bwrap is not installed: programs that read PDFs have limits on time, memory and output, but see the network "
                    + "and your files. Ask an administrator to run: apt-get install bubblewrap")
        case .forbidden:
            lines.append(
                "bwrap is installed, but this system forbids it: programs that read PDFs have limits on time, memory and "
                    + "output, but see the network and your files. Ask an administrator to allow unprivileged user namespaces."
            )
        }
        if lines.isEmpty {
            return ["Programs that read PDFs are installed, and shut in without network or your files."]
        }
        return lines
    }
}
