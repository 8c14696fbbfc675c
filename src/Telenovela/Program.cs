Console.WriteLine("telenovela");
